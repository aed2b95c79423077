package io.stackwatch.gateway.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.camel.Hj212Consumer;
import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import io.stackwatch.connectors.hj212.session.StationBook;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import io.stackwatch.gateway.journal.Journal.Refusal;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.journal.MemoryJournal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real component, a real socket, a journal that can be made to refuse. */
final class IntakeRouteTest {

    private static final Mn KNOWN = new Mn("88888880000001");
    private static final int PATIENCE_MILLIS = 10_000;

    private final MemoryJournal memory = new MemoryJournal();
    private final SlowJournal journal = new SlowJournal(memory);
    private final DefaultCamelContext context = new DefaultCamelContext();
    private Intake intake;
    private Socket socket;
    private BufferedReader answers;

    @BeforeEach
    void startRoute() throws Exception {
        StationBook book =
                mn -> mn.equals(KNOWN) ? Optional.of(StationProfile.strict(KNOWN, "123456")) : Optional.empty();
        context.getRegistry().bind("book", book);
        intake = new Intake(journal, IntakeOptions.defaults());
        context.addRoutes(new IntakeRoute("hj212:127.0.0.1:0?stations=#book", intake));
        context.start();
        Hj212Consumer consumer =
                (Hj212Consumer) context.getRoute(IntakeRoute.ID).getConsumer();
        socket = new Socket(InetAddress.getLoopbackAddress(), consumer.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    @AfterEach
    void stopRoute() throws IOException {
        socket.close();
        journal.release();
        context.stop();
    }

    @Test
    void theAnswerLeavesWhenTheFrameIsDurableAndNotBefore() throws Exception {
        send(KNOWN, 1);
        awaitHeld(1);
        assertEquals(0, socket.getInputStream().available());
        journal.release();
        expectAnswerTo(1);
        JournalRecord record = memory.read(1).orElseThrow();
        assertEquals(Disposition.ACCEPTED, record.arrival().disposition());
        assertEquals(Optional.of(KNOWN), record.arrival().station());
        assertTrue(new String(record.arrival().bytes(), StandardCharsets.US_ASCII).startsWith("##"));
    }

    @Test
    void aRepeatedFrameIsAnsweredAgainAndIsInTheJournalOnce() throws Exception {
        send(KNOWN, 1);
        awaitHeld(1);
        journal.release();
        expectAnswerTo(1);
        send(KNOWN, 1);
        expectAnswerTo(1);
        assertEquals(1, memory.head());
        assertEquals(1, intake.counts().repeats());
    }

    @Test
    void aFrameThatTheJournalRefusesIsNotAnsweredAndTheNextOneIs() throws Exception {
        memory.refuse(Refusal.DISK_FULL);
        send(KNOWN, 1);
        awaitHeld(1);
        journal.release();
        memory.accept();
        send(KNOWN, 2);
        awaitHeld(1);
        journal.release();
        // the fence: had the first frame been answered, that answer would come first
        expectAnswerTo(2);
        assertEquals(1, memory.head());
    }

    @Test
    void aStrangersFrameIsKeptAsideAndNotAnswered() throws Exception {
        send(new Mn("STRANGER"), 1);
        awaitHeld(1);
        journal.release();
        send(KNOWN, 2);
        awaitHeld(1);
        journal.release();
        expectAnswerTo(2);
        assertEquals(
                Disposition.QUARANTINED, memory.read(1).orElseThrow().arrival().disposition());
        assertEquals(1, intake.counts().quarantined());
    }

    private void send(Mn mn, int n) throws IOException {
        String segment = "QN=" + qn(n) + ";ST=31;CN=2011;PW=123456;MN=" + mn
                + ";Flag=5;CP=&&DataTime=20260302080000;a21026-Rtd=10.5,a21026-Flag=N&&";
        socket.getOutputStream().write(FrameEncoder.encode(segment));
    }

    private static String qn(int n) {
        return "2026030208000000" + n;
    }

    private void awaitHeld(int frames) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (journal.held() < frames) {
            assertTrue(System.nanoTime() < end, "the frame did not reach the journal within 10 s");
            Thread.onSpinWait();
        }
    }

    private void expectAnswerTo(int n) throws IOException {
        String answer = answers.readLine();
        assertTrue(answer != null && answer.contains("CN=9014") && answer.contains("QN=" + qn(n)), "answer: " + answer);
    }
}
