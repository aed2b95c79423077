package io.stackwatch.connectors.hj212.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.arrival.Disposition;
import io.stackwatch.connectors.hj212.codec.CodecLimits;
import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.core.registry.Mn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdmittanceTest {

    private static final Mn MN = new Mn("010000A8900016F000169DC0");
    private static final String UPLOAD = ";ST=31;CN=2011;PW=123456;MN=" + MN + ";Flag=5;CP=&&DataTime=20260101080000&&";

    @Test
    void aStationThatSpeaksFromElsewhereIsQuarantinedAndNotAnswered() {
        Admittance terms = new Admittance(List.of(PeerRange.of("10.1.2.3"), PeerRange.of("10.9.0.0/16")), Set.of());
        assertEquals(
                Reason.IN_ORDER,
                step(terms, "QN=1" + UPLOAD, "10.1.2.3:40112").report().reason());
        assertEquals(
                Reason.IN_ORDER,
                step(terms, "QN=1" + UPLOAD, "10.9.8.7:40112").report().reason());
        Step moved = step(terms, "QN=1" + UPLOAD, "10.1.2.4:40112");
        assertEquals(Reason.MOVED, moved.report().reason());
        assertEquals(Disposition.QUARANTINED, moved.report().disposition());
        assertTrue(moved.replyWhenDurable().isEmpty());
        assertTrue(
                moved.report().detail().contains(";reason=MOVED"),
                moved.report().detail());
    }

    @Test
    void aDeviationIsToleratedUntilTheProfileRefusesIt() {
        String withoutRequestNumber = UPLOAD.substring(1);
        assertEquals(
                Reason.IN_ORDER,
                step(Admittance.open(), withoutRequestNumber, "10.1.2.3:1")
                        .report()
                        .reason());
        Admittance terms = new Admittance(List.of(), Set.of(Finding.NO_QN));
        Step refused = step(terms, withoutRequestNumber, "10.1.2.3:1");
        assertEquals(Reason.DEVIATION_REFUSED, refused.report().reason());
        assertTrue(refused.report().findings().contains(Finding.NO_QN));
        assertEquals(
                Reason.IN_ORDER,
                step(terms, "QN=1" + UPLOAD, "10.1.2.3:1").report().reason());
    }

    @Test
    void aChangeIsFoundOnceAndCannotBeRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Admittance(List.of(), Set.of(Finding.EDITION_CHANGED)));
    }

    private static Step step(Admittance terms, String segment, String peer) {
        StationProfile profile = StationProfile.strict(MN, "123456").withAdmittance(terms);
        Frame frame = Frame.of(FrameEncoder.encode(segment)).orElseThrow();
        return new Session(
                        new SegmentReader(CodecLimits.defaults()), mn -> Optional.of(profile), CommandTable.standard())
                .step(frame, SessionState.initial(), peer);
    }
}
