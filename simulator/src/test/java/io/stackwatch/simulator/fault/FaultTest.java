package io.stackwatch.simulator.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each fault makes of the frame of HJ 212-2017 Appendix A, whose checksums are printed there. */
class FaultTest {

    private static final String SEGMENT =
            "QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&";
    private static final String GOOD = "##0101" + SEGMENT + "1C80\r\n";

    @Test
    void splitSendsTheSameBytesInPieces() {
        List<WireStep> steps = instead(FaultKind.SPLIT);

        assertEquals(GOOD, written(steps));
        assertEquals(4, writes(steps));
        assertTrue(paused(steps).compareTo(Duration.ZERO) > 0);
    }

    @Test
    void slowSendsTheSameBytesAFewAtATime() {
        List<WireStep> steps = instead(FaultKind.SLOW);

        assertEquals(GOOD, written(steps));
        assertEquals(8, writes(steps));
    }

    @Test
    void glueHoldsOneFrameAndWritesTwoAtOnce() {
        Fault glue = FaultKind.GLUE.create();

        assertEquals(List.of(), glue.instead(Buffer.buffer(GOOD)));
        List<WireStep> both = glue.instead(Buffer.buffer(GOOD));

        assertEquals(1, writes(both));
        assertEquals(GOOD + GOOD, written(both));
    }

    @Test
    void badCrcFitsNeitherStandard() {
        assertEquals("##0101" + SEGMENT + "E37F\r\n", written(instead(FaultKind.BAD_CRC)));
    }

    /** 0759 is the MODBUS checksum of this segment according to the reference. */
    @Test
    void modbusCrcIsTheOneOfModbus() {
        assertEquals("##0101" + SEGMENT + "0759\r\n", written(instead(FaultKind.MODBUS_CRC)));
    }

    @Test
    void wrongLengthDeclaresThreeTooMany() {
        assertEquals("##0104" + SEGMENT + "1C80\r\n", written(instead(FaultKind.WRONG_LENGTH)));
    }

    @Test
    void lateWaitsLongerThanAnAnswerMayTake() {
        List<WireStep> steps = instead(FaultKind.LATE);

        assertEquals(GOOD, written(steps));
        assertTrue(paused(steps).compareTo(Duration.ofSeconds(10)) > 0);
    }

    @Test
    void repeatedIsTheSameTwice() {
        assertEquals(GOOD + GOOD, written(instead(FaultKind.REPEATED)));
    }

    @Test
    void silentWritesNothing() {
        assertEquals(List.of(), instead(FaultKind.SILENT));
    }

    @Test
    void resetComesAfterHalfAFrame() {
        List<WireStep> steps = instead(FaultKind.RESET);

        assertEquals(GOOD.substring(0, GOOD.length() / 2), written(steps));
        assertEquals(WireStep.Reset.RESET, steps.get(1));
    }

    /** Length and checksum are right again: only the password is wrong. Its checksum was computed apart from the codec. */
    @Test
    void wrongPasswordIsAWholeFrame() {
        assertEquals(
                "##0101" + SEGMENT.replace("PW=100000", "PW=000000") + "1F40\r\n",
                written(instead(FaultKind.WRONG_PASSWORD)));
    }

    @Test
    void unknownMnIsAWholeFrame() {
        assertEquals(
                "##0101" + SEGMENT.replace("MN=010000A8900016F000169DC0", "MN=FFFFFFFFFFFFFFFFFFFFFFFF") + "0780\r\n",
                written(instead(FaultKind.UNKNOWN_MN)));
    }

    @Test
    void garbageComesBeforeTheFrameAndHasNoHash() {
        String written = written(instead(FaultKind.GARBAGE));

        assertTrue(written.endsWith(GOOD));
        assertEquals(300, written.length() - GOOD.length());
        assertFalse(written.substring(0, 300).contains("#"));
    }

    @Test
    void endlessGoesFarBeyondWhatItDeclares() {
        String written = written(instead(FaultKind.ENDLESS));

        assertTrue(written.startsWith("##9999QN="));
        assertTrue(written.length() > 6 * 9_999);
        assertFalse(written.contains("\n"));
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void everyFaultIsFoundByItsName(FaultKind kind) {
        assertEquals(kind, FaultKind.named(kind.faultName()).orElseThrow());
    }

    private static List<WireStep> instead(FaultKind kind) {
        return kind.create().instead(Buffer.buffer(GOOD));
    }

    private static String written(List<WireStep> steps) {
        return steps.stream()
                .map(step -> step.<String>match(
                        write -> write.bytes().toString(StandardCharsets.ISO_8859_1), pause -> "", () -> ""))
                .collect(Collectors.joining());
    }

    private static long writes(List<WireStep> steps) {
        return steps.stream()
                .filter(step -> step.<Boolean>match(write -> true, pause -> false, () -> false))
                .count();
    }

    private static Duration paused(List<WireStep> steps) {
        return steps.stream()
                .map(step -> step.<Duration>match(write -> Duration.ZERO, WireStep.Pause::length, () -> Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
