package io.stackwatch.gateway.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.intake.IntakeOptions.Allowance;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import io.stackwatch.gateway.journal.Arrivals;
import io.stackwatch.gateway.journal.Journal.Refusal;
import io.stackwatch.gateway.journal.MemoryJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IntakeTest {

    private final MemoryJournal journal = new MemoryJournal();
    private final List<String> answers = new ArrayList<>();

    @Test
    void aFrameThatComesAgainIsAnsweredAgainAndNotJournaledAgain() {
        Intake intake = intake();
        take(intake, Arrivals.frame(1));
        take(intake, Arrivals.frame(2));
        take(intake, Arrivals.frame(1));
        assertEquals(List.of("kept 1", "kept 2", "kept 1"), answers);
        assertEquals(2, journal.head());
        assertEquals(1, intake.counts().repeats());
        assertEquals(3, intake.counts().accepted());
    }

    @Test
    void theSameBytesOfAnotherStationAreNoRepeat() {
        Intake intake = intake();
        take(intake, Arrivals.of(new Mn("A"), Arrivals.MORNING, Disposition.ACCEPTED, "same"));
        take(intake, Arrivals.of(new Mn("B"), Arrivals.MORNING, Disposition.ACCEPTED, "same"));
        assertEquals(List.of("kept 1", "kept 2"), answers);
    }

    /** A logger that always answers with the number printed in HJ 212-2017 C.43 answers every request with the same bytes. */
    @Test
    void anAnswerThatComesAgainAnswersAnotherRequestAndIsJournaledAgain() {
        Intake intake = intake();
        take(intake, answer(9011));
        take(intake, answer(9011));
        take(intake, answer(9014));
        take(intake, answer(9014));
        assertEquals(List.of("kept 1", "kept 2", "kept 3", "kept 3"), answers);
    }

    @Test
    void afterARestartARepeatIsStillRecognised() {
        take(intake(), Arrivals.frame(1));
        take(intake(), Arrivals.frame(1));
        assertEquals(List.of("kept 1", "kept 1"), answers);
        assertEquals(1, journal.head());
    }

    @Test
    void aRepeatOutsideTheWindowIsJournaledAgain() {
        Intake intake = new Intake(journal, IntakeOptions.defaults().withRecentFrames(2));
        for (int n = 1; n <= 3; n++) {
            take(intake, Arrivals.frame(n));
        }
        take(intake, Arrivals.frame(1));
        assertEquals(4, journal.head());
    }

    @Test
    void aRepeatOfAFrameOnItsWayIsAnsweredTogetherWithTheFirst() {
        SlowJournal slow = new SlowJournal(journal);
        Intake intake = new Intake(slow, IntakeOptions.defaults());
        take(intake, Arrivals.frame(1));
        take(intake, Arrivals.frame(1));
        assertTrue(answers.isEmpty());
        slow.release();
        assertEquals(List.of("kept 1", "kept 1"), answers);
        assertEquals(1, journal.head());
    }

    @Test
    void aRefusedFrameIsForgottenSoThatItsRepeatIsTriedAgain() {
        Intake intake = intake();
        journal.refuse(Refusal.DISK_FULL);
        take(intake, Arrivals.frame(1));
        journal.accept();
        take(intake, Arrivals.frame(1));
        assertEquals(List.of("refused DISK_FULL", "kept 1"), answers);
        assertEquals(1, intake.counts().notKept());
    }

    @Test
    void whatIsNotAcceptedTakesNoPartInTheDetectionOfRepeats() {
        Intake intake = intake();
        Arrival stranger = Arrivals.of(Arrivals.STATION, Arrivals.MORNING, Disposition.QUARANTINED, "frame");
        take(intake, stranger);
        take(intake, stranger);
        take(intake, Arrivals.of(Arrivals.STATION, Arrivals.MORNING, Disposition.ACCEPTED, "frame"));
        assertEquals(List.of("kept 1", "kept 2", "kept 3"), answers);
        assertEquals(
                Disposition.QUARANTINED, journal.read(1).orElseThrow().arrival().disposition());
    }

    @Test
    void refusedBytesAreCutAndLimitedForEachHost() {
        Intake intake = new Intake(journal, IntakeOptions.defaults().withRefused(new Allowance(2, 1)));
        for (int port = 1; port <= 3; port++) {
            take(intake, garbage("192.0.2.1:" + port, 0));
        }
        take(intake, garbage("192.0.2.9:1", 0));
        take(intake, garbage("192.0.2.1:4", 1));
        assertEquals(List.of("kept 1", "kept 2", "dropped", "kept 3", "kept 4"), answers);
        assertEquals(4096, journal.read(1).orElseThrow().arrival().bytes().length);
        assertEquals(
                "fault=TOO_LONG;cut=9000",
                journal.read(1).orElseThrow().arrival().detail());
        assertEquals(1, intake.counts().dropped());
        assertEquals(4, intake.counts().refused());
    }

    private Intake intake() {
        return new Intake(journal, IntakeOptions.defaults());
    }

    private static Arrival answer(int command) {
        return new Arrival(
                Arrivals.MORNING,
                "hj212",
                "192.0.2.1:1",
                Optional.of(Arrivals.STATION),
                Disposition.ACCEPTED,
                "crc=HJ212;cn=" + command,
                ("answer " + command).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static Arrival garbage(String peer, int second) {
        return new Arrival(
                Arrivals.MORNING.plusSeconds(second),
                "hj212",
                peer,
                Optional.empty(),
                Disposition.REFUSED,
                "fault=TOO_LONG",
                new byte[9000]);
    }

    private void take(Intake intake, Arrival arrival) {
        intake.take(arrival, new Answer() {
            @Override
            public void kept(long sequence) {
                answers.add("kept " + sequence);
            }

            @Override
            public void refused(Refusal why) {
                answers.add("refused " + why);
            }

            @Override
            public void dropped() {
                answers.add("dropped");
            }
        });
    }
}
