package io.stackwatch.core.transmission;

import static io.stackwatch.core.transmission.CountFixture.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.transmission.GapEvidence.Link;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GapForensicsTest {

    private static final Instant THREE = at("2026-11-07T03:00");
    private static final Instant FOUR = at("2026-11-07T04:00");
    private static final Instant FIVE = at("2026-11-07T05:00");

    @Test
    void anOutageOfOursIsAskedFirst() {
        GapEvidence all = new GapEvidence(
                Optional.of("outage 4"), Optional.of(FIVE), Optional.of("a99999"), 3, Optional.of(9L), Link.CLOSED);
        assertEquals("OWN_INTAKE_DOWN: outage 4", cause(all));
    }

    @Test
    void anHourThatCameAfterAllWasInTheLogger() {
        assertEquals(
                "CAME_LATER: came at " + FIVE,
                cause(new GapEvidence(
                        Optional.empty(), Optional.of(FIVE), Optional.empty(), 0, Optional.of(0L), Link.CLOSED)));
    }

    @Test
    void aCodeThatNobodyUnderstandsIsTheMapping() {
        assertEquals(
                "MAPPING: factor code a99999",
                cause(new GapEvidence(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("factor code a99999"),
                        3,
                        Optional.of(60L),
                        Link.OPEN)));
    }

    @Test
    void aReportWithoutTheFactorIsNotASilentStation() {
        assertEquals(
                "FACTOR_NOT_SENT: 3 other factors of the hour came", cause(evidence(3, Optional.of(60L), Link.OPEN)));
    }

    @Test
    void noFrameOverAnOpenConnectionIsASilentStation() {
        assertEquals(
                "STATION_SILENT: no frame over an open connection", cause(evidence(0, Optional.of(0L), Link.OPEN)));
    }

    @Test
    void noFrameAndNoConnectionIsALostLink() {
        assertEquals("LINK_LOST: connection CLOSED", cause(evidence(0, Optional.of(0L), Link.CLOSED)));
        assertEquals("LINK_LOST: connection NEVER", cause(evidence(0, Optional.empty(), Link.NEVER)));
    }

    @Test
    void whatIsNotKnownIsNotGuessed() {
        assertEquals("UNKNOWN: nothing is known of the connection", cause(evidence(0, Optional.empty(), Link.UNKNOWN)));
        assertEquals("UNKNOWN: nothing is known of the connection", cause(evidence(0, Optional.empty(), Link.OPEN)));
        assertEquals("UNKNOWN: 5 frames came, none reports the hour", cause(evidence(0, Optional.of(5L), Link.OPEN)));
    }

    @Test
    void aGapWithTwoCausesIsTwoFindingsThatSpanIt() {
        Map<Instant, GapEvidence> known = Map.of(
                THREE, evidence(0, Optional.of(0L), Link.CLOSED),
                FOUR, evidence(0, Optional.of(0L), Link.CLOSED),
                FIVE, evidence(0, Optional.of(0L), Link.OPEN));
        assertEquals(
                List.of(
                        new GapFinding(gap(THREE, FOUR), GapCause.LINK_LOST, "connection CLOSED"),
                        new GapFinding(gap(FIVE, FIVE), GapCause.STATION_SILENT, "no frame over an open connection")),
                GapForensics.of(gap(THREE, FIVE), known::get));
    }

    private static String cause(GapEvidence evidence) {
        GapFinding found = GapForensics.of(gap(THREE, THREE), hour -> evidence).get(0);
        return found.cause() + ": " + found.evidence();
    }

    private static GapEvidence evidence(int reported, Optional<Long> frames, Link link) {
        return new GapEvidence(Optional.empty(), Optional.empty(), Optional.empty(), reported, frames, link);
    }

    private static Gap gap(Instant first, Instant last) {
        return new Gap(CountFixture.HOUR.outlet(), CountFixture.HOUR.factor(), first, last);
    }
}
