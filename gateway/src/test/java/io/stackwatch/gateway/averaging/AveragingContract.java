package io.stackwatch.gateway.averaging;

import static io.stackwatch.gateway.averaging.PlantOnATimeline.outOfService;
import static io.stackwatch.gateway.averaging.PlantOnATimeline.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.Unread;
import io.stackwatch.gateway.journal.Journal.Refusal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StoreOptions;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From batches to made frames in the journal, on a timeline; the same on every database. */
abstract class AveragingContract {

    @TempDir
    Path folder;

    private RecordStore store;
    private PlantOnATimeline plant;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        store = RecordStore.open(fresh());
        plant = new PlantOnATimeline(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** SO2 28 and oxygen 9.5 from 08:00 on: at 6 % that is 28 x 15 / 11.5 = 36.5217 (regulation 2.2, worked example). */
    private void theExampleBegins() {
        plant.started("08:00:00");
        plant.live("08:00:00", value("SO2", "08:00:00", 28), value("O2", "08:00:00", 9.5));
    }

    @Test
    void aMinuteIsMadeWhenTheSourceIsKnownToHaveLivedBehindItsEnd() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "08:01:00");
        plant.fire("08:01:05");
        assertEquals(List.of(), plant.made(2051), "a value may still be on its way");
        plant.alive("08:01:10");
        plant.fire("08:01:10");
        assertEquals(
                List.of("ST=31;DataTime=20261124080000;a19001-Avg=9.5,a19001-Flag=N;"
                        + "a21026-Avg=28,a21026-ZsAvg=36.5217,a21026-Flag=N"),
                plant.made(2051));
        plant.fire("08:01:20");
        assertEquals(1, plant.made(2051).size(), "once");
    }

    @Test
    void anHourIsTheMeanOfItsMinutesAndIsMadeOnce() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "08:29:50");
        plant.live("08:30:00", value("SO2", "08:30:00", 30));
        plant.aliveUntil("08:30:10", "09:00:10");
        plant.fire("09:00:10");
        assertEquals(60, plant.made(2051).size());
        assertEquals(
                List.of("ST=31;DataTime=20261124080000;a19001-Avg=9.5,a19001-Flag=N;"
                        + "a21026-Avg=29,a21026-ZsAvg=37.8261,a21026-Flag=N"),
                plant.made(2061));
        plant.fire("09:45:00");
        assertEquals(1, plant.made(2061).size());
    }

    @Test
    void anHourWithFortyFourMinutesHasTheMarkOfMostOfTheOthersAndNoMean() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "08:43:50");
        plant.live("08:44:00", outOfService("SO2", "08:44:00"));
        plant.aliveUntil("08:44:10", "09:00:10");
        plant.fire("09:00:10");
        assertEquals(
                List.of("ST=31;DataTime=20261124080000;a19001-Avg=9.5,a19001-Flag=N;a21026-Flag=M"), plant.made(2061));
    }

    @Test
    void whatShowsThatTheBoilerWorksHasAFrameOfItsOwn() {
        theExampleBegins();
        plant.live("08:00:01", value("STEAM", "08:00:00", 72.5));
        plant.aliveUntil("08:00:10", "08:01:10");
        plant.fire("08:01:10");
        assertTrue(plant.made(2051).contains("ST=45;DataTime=20261124080000;x45005-Avg=72.5,x45005-Flag=N"));
    }

    @Test
    void behindTheLastBatchThereIsNoSampleAndTheOldValueIsNotHeld() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "08:00:30");
        plant.lost("08:00:50");
        plant.fire("08:05:00");
        assertEquals(List.of(), plant.made(2051), "the cut may still be filled");
        plant.fire("09:30:00");
        assertEquals(
                List.of("ST=31;DataTime=20261124080000;a19001-Flag=D;a21026-Flag=D"),
                plant.made(2051),
                "6 of 12 samples, by the clock");
        assertEquals(List.of("ST=31;DataTime=20261124080000;a19001-Flag=D;a21026-Flag=D"), plant.made(2061));
        assertEquals(List.of("08:00:30.. CONNECTION_LOST open"), plant.gaps());
    }

    @Test
    void anHourInWhichNothingWasKnownHasNoFrame() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "09:00:10");
        plant.lost("09:00:20");
        plant.fire("12:00:00");
        plant.fire("12:00:01");
        assertEquals(
                List.of("20261124080000", "20261124090000"),
                plant.made(2061).stream()
                        .map(frame -> frame.replaceAll(".*DataTime=([0-9]+).*", "$1"))
                        .toList(),
                "of 09:00 two samples are known, of 10:00 none");
    }

    @Test
    void aCutThatIsReadBackIsFilledBeforeItsMinutesAreMade() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "08:01:00");
        plant.lost("08:01:20");
        plant.resumed("08:03:00", Batch.How.RECREATED, Optional.of("08:01:00"));
        plant.live("08:03:00", value("SO2", "08:02:40", 40), value("O2", "08:00:00", 9.5));
        plant.aliveUntil("08:03:10", "08:05:10");
        plant.fire("08:05:10");
        assertEquals(0, plant.made(2051).size(), "nothing behind the begin of the cut is decided");
        plant.history(
                "08:05:11",
                value("SO2", "08:01:00", 28),
                value("SO2", "08:01:30", 32),
                value("SO2", "08:02:00", 36),
                value("SO2", "08:02:30", 38),
                value("SO2", "08:02:40", 40),
                value("O2", "08:01:00", 9.5),
                value("O2", "08:01:30", 9.5),
                value("O2", "08:02:00", 9.5),
                value("O2", "08:02:30", 9.5));
        plant.filled("08:05:12", "08:01:00", "08:03:00", Batch.Outcome.COMPLETE, 9);
        plant.alive("08:05:20");
        plant.fire("08:05:20");
        assertEquals(
                List.of("28", "30", "37.6667", "40", "40"),
                plant.made(2051).stream()
                        .map(frame -> frame.replaceAll(".*a21026-Avg=([0-9.]+).*", "$1"))
                        .toList());
        assertEquals(List.of("08:01..08:03 RECREATED CONNECTION_LOST COMPLETE 9"), plant.gaps());
    }

    @Test
    void whatComesAfterAnHourWasMadeMakesItAnewMarkedAsBackFilled() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "08:40:00");
        plant.lost("08:40:20");
        plant.fire("09:30:00");
        assertEquals(List.of("ST=31;DataTime=20261124080000;a19001-Flag=D;a21026-Flag=D"), plant.made(2061));
        plant.resumed("09:40:00", Batch.How.RECREATED, Optional.of("08:40:00"));
        for (int minute = 40; minute < 60; minute++) {
            String first = "08:" + minute + ":00";
            String second = "08:" + minute + ":30";
            plant.history(
                    "09:40:01",
                    value("SO2", first, 28),
                    value("SO2", second, 28),
                    value("O2", first, 9.5),
                    value("O2", second, 9.5));
        }
        plant.fire("09:40:02");
        assertEquals(1, plant.made(2061).size(), "more may come");
        plant.filled("09:40:03", "08:40:00", "09:40:00", Batch.Outcome.PARTLY, 80);
        plant.fire("09:40:04");
        assertEquals(
                "ST=31;RF=1;DataTime=20261124080000;a19001-Avg=9.5,a19001-Flag=N;"
                        + "a21026-Avg=28,a21026-ZsAvg=36.5217,a21026-Flag=N",
                plant.made(2061).get(1));
        plant.fire("09:40:05");
        assertEquals(2, plant.made(2061).size());
    }

    @Test
    void aProcessThatDiesIsAnsweredByACutFromTheLastBatchOn() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "08:00:30");
        plant.restart();
        plant.resumed("08:10:00", Batch.How.STARTED, Optional.of("08:00:30"));
        plant.filled("08:10:01", "08:00:30", "08:10:00", Batch.Outcome.NOT_OFFERED, 0);
        plant.fire("08:10:02");
        assertEquals(List.of("08:00:30..08:10 STARTED NOT_WATCHED NOT_OFFERED 0"), plant.gaps());
    }

    @Test
    void aCutThatWasFilledInPartNamesTheNodesThatWereNotRead() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "08:00:50");
        plant.lost("08:00:55");
        plant.resumed("08:01:00", Batch.How.RECREATED, Optional.of("08:00:50"));
        plant.filledWithout(
                "08:01:00",
                "08:00:50",
                "08:01:00",
                0,
                new Unread(
                        22,
                        List.of(
                                new Unread.Node("ns=2;s=O2", 0x80730000L),
                                new Unread.Node("ns=2;s=NOX", 0x80340000L))));
        plant.fire("08:02:10");
        String second = "Node[node=ns=2;s=NOX, status=" + 0x80340000L + "]";
        assertEquals(
                List.of("08:00:50..08:01 RECREATED CONNECTION_LOST PARTLY 0 without 22 [Node[node=ns=2;s=O2, status="
                        + 0x80730000L + "], " + second + "]"),
                plant.gaps());
        plant.alive("08:01:10");
        plant.lost("08:01:15");
        plant.resumed("08:01:20", Batch.How.RECREATED, Optional.of("08:01:10"));
        plant.filled("08:01:21", "08:01:10", "08:01:20", Batch.Outcome.PARTLY, 0);
        plant.fire("08:02:20");
        assertEquals(
                "08:01:10..08:01:20 RECREATED CONNECTION_LOST PARTLY 0",
                plant.gaps().get(0),
                "a batch from before it was noted");
    }

    @Test
    void aCutThatIsFilledInSeveralReadingsAndOverAStartOfOursShowsTheSumOnce() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "08:00:50");
        plant.lost("08:00:55");
        plant.resumed("08:01:00", Batch.How.RECREATED, Optional.of("08:00:50"));
        plant.history("08:01:01", value("SO2", "08:00:52", 28), value("SO2", "08:00:54", 28));
        plant.fire("08:01:02");
        plant.restart();
        plant.resumed("08:02:00", Batch.How.STARTED, Optional.of("08:00:50"));
        plant.history("08:02:01", value("SO2", "08:00:56", 28), value("SO2", "08:01:30", 28));
        plant.history("08:02:02", value("SO2", "08:01:40", 28));
        plant.filled("08:02:03", "08:00:50", "08:02:00", Batch.Outcome.COMPLETE, 5);
        plant.fire("08:02:05");
        assertEquals(List.of("08:00:50..08:02 STARTED CONNECTION_LOST COMPLETE 5"), plant.gaps());
        plant.restart();
        plant.fire("08:02:06");
        assertEquals(List.of("08:00:50..08:02 STARTED CONNECTION_LOST COMPLETE 5"), plant.gaps(), "once");
    }

    @Test
    void twoCutsThatAreFilledTogetherShareOutWhatCame() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "08:00:50");
        plant.lost("08:00:55");
        plant.resumed("08:01:00", Batch.How.RECREATED, Optional.of("08:00:50"));
        plant.history("08:01:01", value("SO2", "08:00:52", 28));
        plant.alive("08:01:10");
        plant.lost("08:01:20");
        plant.resumed("08:02:00", Batch.How.RECREATED, Optional.of("08:01:10"));
        plant.history("08:02:01", value("SO2", "08:00:54", 28), value("SO2", "08:01:30", 28));
        plant.history("08:02:02", value("O2", "08:01:40", 9));
        plant.filled("08:02:03", "08:00:50", "08:02:00", Batch.Outcome.COMPLETE, 4);
        plant.fire("08:02:05");
        assertEquals(
                List.of(
                        "08:01:10..08:02 RECREATED CONNECTION_LOST COMPLETE 2",
                        "08:00:50..08:01 RECREATED CONNECTION_LOST COMPLETE 2"),
                plant.gaps());
    }

    @Test
    void aCutBehindOneThatIsFilledHasARowOfItsOwnThoughNothingCameBetween() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "08:00:50");
        plant.lost("08:00:55");
        plant.resumed("08:01:00", Batch.How.RECREATED, Optional.of("08:00:50"));
        plant.history("08:01:01", value("SO2", "08:00:52", 28));
        plant.filled("08:01:02", "08:00:50", "08:01:00", Batch.Outcome.COMPLETE, 1);
        plant.lost("08:01:03");
        plant.resumed("08:01:30", Batch.How.RECREATED, Optional.of("08:01:00"));
        plant.history("08:01:31", value("SO2", "08:01:02", 28), value("SO2", "08:01:12", 28));
        plant.filled("08:01:32", "08:01:00", "08:01:30", Batch.Outcome.COMPLETE, 2);
        plant.fire("08:01:35");
        assertEquals(
                List.of(
                        "08:01..08:01:30 RECREATED CONNECTION_LOST COMPLETE 2",
                        "08:00:50..08:01 RECREATED CONNECTION_LOST COMPLETE 1"),
                plant.gaps());
    }

    @Test
    void aCutOfASourceWhoseClockIsSlowIsFilledToo() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "08:00:50");
        plant.lost("08:00:55");
        plant.resumed("08:01:00", Batch.How.RECREATED, Optional.of("07:00:50"));
        plant.filled("08:01:01", "07:00:50", "07:01:00", Batch.Outcome.COMPLETE, 0);
        plant.fire("08:01:02");
        assertEquals(List.of("08:00:50..08:01 RECREATED CONNECTION_LOST COMPLETE 0"), plant.gaps());
    }

    @Test
    void untilANewSubscriptionHasToldAValueThereIsNone() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "08:00:50");
        plant.lost("08:00:55");
        plant.resumed("08:01:00", Batch.How.RECREATED, Optional.of("08:00:50"));
        plant.filled("08:01:00", "08:00:50", "08:01:00", Batch.Outcome.NOT_OFFERED, 0);
        plant.aliveUntil("08:01:00", "08:02:10");
        plant.fire("08:02:10");
        assertEquals(1, plant.made(2051).size(), "nothing is known of the second minute");
    }

    // the server went on sampling: what has not changed since is still so
    @Test
    void aSubscriptionThatWasTransferredGoesOnWithTheValueThatStood() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "08:00:50");
        plant.lost("08:00:55");
        plant.resumed("08:01:00", Batch.How.TRANSFERRED, Optional.of("08:00:50"));
        plant.filled("08:01:00", "08:00:50", "08:01:00", Batch.Outcome.NOT_OFFERED, 0);
        plant.aliveUntil("08:01:00", "08:02:10");
        plant.fire("08:02:10");
        assertEquals(2, plant.made(2051).size());
    }

    @Test
    void aFrameThatWasJournaledAndNotNotedWhenTheProcessDiedIsNotJournaledTwice() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "09:00:10");
        plant.fire("09:00:10");
        List<String> before = plant.made(2051);
        store.write(handle -> handle.execute("UPDATE made_frame SET sequence = NULL"));
        plant.restart();
        plant.fire("09:00:11");
        plant.fire("09:00:12");
        assertEquals(before, plant.made(2051));
        assertEquals(1, plant.made(2061).size());
        int waiting = store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM made_frame WHERE sequence IS NULL")
                .mapTo(Integer.class)
                .one());
        assertEquals(0, waiting, "each found its record");
    }

    @Test
    void aProcessThatDiesBeforeItWritesMakesTheSameFromTheSameBatches() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "08:30:00");
        plant.restart();
        plant.aliveUntil("08:30:10", "09:00:10");
        plant.fireBehind("09:00:10");
        plant.restart();
        plant.fire("09:00:11");
        assertEquals(60, new HashSet<>(plant.made(2051)).size());
        assertEquals(1, plant.made(2061).size());
    }

    @Test
    void whileOlderRecordsWaitTheClockDecidesNothing() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "08:00:30");
        plant.lost("08:00:50");
        plant.fireBehind("09:30:00");
        assertEquals(List.of(), plant.made(2061), "what fills the cut may be among them");
        plant.fire("09:30:00");
        assertEquals(1, plant.made(2061).size());
    }

    @Test
    void whatTheJournalRefusesWaitsAndIsJournaledLater() {
        theExampleBegins();
        plant.aliveUntil("08:00:10", "08:01:10");
        plant.journal.refuse(Refusal.DISK_FULL);
        plant.fire("08:01:10");
        assertEquals(List.of(), plant.made(2051));
        plant.journal.accept();
        plant.fire("08:01:11");
        assertEquals(1, plant.made(2051).size());
    }

    // killed 20 times, each time somewhere else between the batches: what is made is what is made without any death
    @Test
    void killedTwentyTimesTheHourIsTheSame() {
        theExampleBegins();
        for (int i = 0; i < 20; i++) {
            int minute = 3 * i;
            plant.aliveUntil(clock(minute, 10), clock(minute + 2, 0));
            plant.live(clock(minute + 2, 5), value("SO2", clock(minute + 2, 0), 28 + i));
            if (i % 2 == 0) {
                plant.fire(clock(minute + 2, 6));
            }
            plant.restart();
            plant.aliveUntil(clock(minute + 2, 10), clock(minute + 3, 0));
        }
        plant.alive("09:00:10");
        plant.fire("09:00:10");
        List<String> survived = plant.made(2051).stream().sorted().toList();
        assertEquals(60, survived.size());
        assertEquals(60, new HashSet<>(survived).size());
        // two minutes of 28, then 3 of each of 28 to 46, and one of 47
        assertEquals(
                List.of("ST=31;DataTime=20261124080000;a19001-Avg=9.5,a19001-Flag=N;a21026-Avg=36.8667,"
                        + "a21026-ZsAvg=48.087,a21026-Flag=N"),
                plant.made(2061));
    }

    private static String clock(int minute, int second) {
        return String.format("%02d:%02d:%02d", 8 + minute / 60, minute % 60, second);
    }
}
