package io.stackwatch.connectors.hj212.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.arrival.Disposition;
import io.stackwatch.connectors.hj212.Samples;
import io.stackwatch.connectors.hj212.codec.CodecLimits;
import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.core.registry.Mn;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every collected frame through codec and session: what its status says is what becomes of it. */
class SamplesSessionTest {

    @Test
    void everyOkSampleIsAcceptedAndAnsweredIfItAsks() {
        for (Samples.Sample sample : Samples.all()) {
            if (!sample.isOk()) {
                continue;
            }
            Frame frame = Frame.of(sample.frame()).orElseThrow(() -> new AssertionError(sample));
            DataSegment segment = DataSegment.of(frame);
            Step step = step(frame, StationProfile.CrcMode.HJ212);
            if (segment.text(HeaderField.MN).orElse("").isEmpty()) {
                boolean activation = segment.text(HeaderField.CN).orElse("").equals("1001");
                assertEquals(
                        activation ? Reason.ACTIVATION_REQUESTED : Reason.MN_MISSING,
                        step.report().reason(),
                        sample.toString());
                assertEquals(activation, answered(step), sample.toString());
                continue;
            }
            assertEquals(Reason.IN_ORDER, step.report().reason(), sample.toString());
            assertEquals(asks(segment), answered(step), sample.toString());
            assertTrue(step.report().detail().length() <= 255);
        }
    }

    @Test
    void everyBadSampleIsRefusedOrAcceptedUnderTheStatedSettingWithItsReason() {
        for (Samples.Sample sample : Samples.all()) {
            if (sample.isOk()) {
                continue;
            }
            Frame frame = Frame.of(sample.frame()).orElseThrow(() -> new AssertionError(sample));
            String status = sample.status();
            Step strict = step(frame, StationProfile.CrcMode.HJ212);
            if (status.contains("(=MODBUS))")) {
                assertEquals(Reason.WRONG_CRC, strict.report().reason(), sample.toString());
                assertAccepted(step(frame, StationProfile.CrcMode.MODBUS), Finding.CRC_MODBUS, sample);
            } else if (status.contains("(=MODBUS byte-swapped)")) {
                assertEquals(Reason.WRONG_CRC, strict.report().reason(), sample.toString());
                assertAccepted(step(frame, StationProfile.CrcMode.MODBUS_SWAPPED), Finding.CRC_MODBUS_SWAPPED, sample);
            } else if (status.contains("length-field has 3 digits")) {
                assertAccepted(strict, Finding.LENGTH_DIGITS, sample);
            } else if (status.contains("received=780 ")) {
                assertAccepted(strict, Finding.CRC_SHORT, sample);
            } else if (status.equals("bad(len declared=0144 actual=152)")) {
                assertAccepted(strict, Finding.LENGTH_MISMATCH, sample);
            } else {
                assertEquals(Disposition.REFUSED, strict.report().disposition(), sample.toString());
                assertFalse(answered(strict), sample.toString());
                assertAccepted(step(frame, StationProfile.CrcMode.LENIENT), Finding.CRC_UNVERIFIED, sample);
            }
        }
    }

    private static void assertAccepted(Step step, Finding finding, Samples.Sample sample) {
        assertEquals(Reason.IN_ORDER, step.report().reason(), sample.toString());
        assertTrue(
                step.report().findings().contains(finding),
                sample + " " + step.report().detail());
    }

    /** By the rules of HJ 212-2017 6.2, worked out a second way: answer bit, a QN, and not an answer itself. */
    private static boolean asks(DataSegment segment) {
        int flag = segment.text(HeaderField.FLAG).map(Integer::parseInt).orElse(0);
        int command = segment.text(HeaderField.CN).map(Integer::parseInt).orElse(0);
        boolean dialogue = command >= 9000 && command != 9015;
        return flag % 2 == 1 && !segment.text(HeaderField.QN).orElse("").isEmpty() && !dialogue;
    }

    private static boolean answered(Step step) {
        return step.replyNow().isPresent() || step.replyWhenDurable().isPresent();
    }

    private static Step step(Frame frame, StationProfile.CrcMode mode) {
        StationBook everybody = mn -> Optional.of(new StationProfile(
                mn,
                StationProfile.Edition.HJ212_2017,
                mode,
                StationProfile.PasswordPolicy.IGNORE,
                "",
                Duration.ofMinutes(1),
                false,
                Map.of()));
        return new Session(new SegmentReader(CodecLimits.defaults()), everybody, CommandTable.standard())
                .step(frame, SessionState.initial());
    }

    @Test
    void aStationOfTheBookIsAskedForByTheExactMn() {
        Frame frame = Frame.of(Samples.all().get(0).frame()).orElseThrow();
        StationBook nobody = mn -> {
            assertEquals(new Mn("010000A8900016F000169DC0"), mn);
            return Optional.empty();
        };
        Step step = new Session(new SegmentReader(CodecLimits.defaults()), nobody, CommandTable.standard())
                .step(frame, SessionState.initial());
        assertEquals(Reason.UNKNOWN_MN, step.report().reason());
        assertFalse(answered(step));
    }
}
