package io.stackwatch.simulator.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That the faults arrive on a real socket as they were meant. */
class MisbehavingLoggerTest {

    private static final String SEGMENT =
            "QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&";
    private static final String GOOD = "##0101" + SEGMENT + "1C80\r\n";

    @RegisterExtension
    final MisbehavingLogger logger = new MisbehavingLogger();

    private SocketRecorder recorder;

    @BeforeEach
    void listen() throws IOException {
        recorder = new SocketRecorder();
    }

    @AfterEach
    void stop() throws IOException {
        recorder.close();
    }

    @Test
    void aGoodFrameArrivesAsItIs() throws InterruptedException {
        logger.connect(recorder.port()).send(SEGMENT);

        recorder.await("the frame", it -> it.text().equals(GOOD));
    }

    @Test
    void aSplitFrameArrivesInSeveralReads() throws InterruptedException {
        logger.connect(recorder.port()).send(FaultKind.SPLIT, SEGMENT);

        recorder.await("the whole frame", it -> it.text().equals(GOOD));
        assertTrue(recorder.reads() > 1, "came in one piece");
    }

    @Test
    void aResetReachesThePeerAsAReset() throws InterruptedException {
        logger.connect(recorder.port()).send(FaultKind.RESET, SEGMENT);

        recorder.await("a reset", it -> it.resets() == 1);
        assertTrue(recorder.text().length() < GOOD.length());
    }

    @Test
    void silenceIsFollowedByNothingButTheNextFrame() throws InterruptedException {
        logger.connect(recorder.port()).send(FaultKind.SILENT, SEGMENT).send(SEGMENT);

        recorder.await("the fence", it -> it.text().endsWith("\n"));
        assertEquals(GOOD, recorder.text());
    }

    @Test
    void withoutAnAnswerThereIsNone() {
        logger.connect(recorder.port()).send(SEGMENT);

        assertTrue(logger.reply(Duration.ofMillis(50)).isEmpty());
    }
}
