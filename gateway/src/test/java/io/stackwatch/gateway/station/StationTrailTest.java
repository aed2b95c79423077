package io.stackwatch.gateway.station;

import static io.stackwatch.gateway.station.Frames.MN;
import static io.stackwatch.gateway.station.Frames.instant;
import static io.stackwatch.gateway.station.Frames.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.records.BehaviourRow;
import io.stackwatch.gateway.records.ChangeRow;
import io.stackwatch.gateway.records.DeviationRow;
import io.stackwatch.gateway.records.StationFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Since when a station deviates, and when its behaviour has changed, on a timeline. */
final class StationTrailTest {

    private StationTrail trail = new StationTrail(StationFile.EMPTY);
    private final Map<String, DeviationRow> deviations = new HashMap<>();
    private final Map<String, BehaviourRow> behaviours = new HashMap<>();
    private final List<ChangeRow> changes = new java.util.ArrayList<>();
    private StationFile kept = StationFile.EMPTY;
    private long sequence;

    /** A frame, after which everything is written and read again. */
    private void at(String local, Map<Aspect, String> shown, String... findings) {
        take(local, shown, Optional.empty(), findings);
    }

    private void take(String local, Map<Aspect, String> shown, Optional<String> label, String... findings) {
        trail.take(new Observation(
                MN, instant(local), ++sequence, true, Set.of(findings), shown, label, Optional.empty()));
        StationRowsToSave rows = new StationRowsToSave();
        trail.collect(rows);
        rows.deviations().forEach(row -> deviations.put(row.finding(), row));
        rows.behaviours().forEach(row -> behaviours.put(row.aspect(), row));
        changes.addAll(rows.changes());
        kept = new StationFile(
                rows.heard().isEmpty() ? kept.heard() : Optional.of(rows.heard().get(0)),
                List.copyOf(deviations.values()),
                List.copyOf(behaviours.values()));
        trail = new StationTrail(kept);
    }

    private DeviationRow deviation(String finding) {
        return deviations.get(finding);
    }

    @Test
    void aDeviationIsKeptSinceItsFirstFrameWithTheFramesThatShowIt() {
        at("2026-11-24T08:00:00", Map.of());
        at("2026-11-24T09:00:00", Map.of(), "NO_QN");
        at("2026-11-24T10:00:00", Map.of(), "NO_QN");
        DeviationRow row = deviation("NO_QN");
        assertEquals(instant("2026-11-24T09:00:00"), row.sinceAt());
        assertEquals(2, row.sinceSequence());
        assertEquals(3, row.lastSequence());
        assertEquals(2, row.times());
        assertTrue(StationStanding.goesOn(row, kept.heard()));
    }

    @Test
    void aDeviationThatWasNotSeenForADayInWhichTheStationSpokeHasEnded() {
        at("2026-11-24T08:00:00", Map.of(), "NO_QN");
        at("2026-11-25T08:00:00", Map.of());
        assertTrue(StationStanding.goesOn(deviation("NO_QN"), kept.heard()), "a day is not over");
        at("2026-11-25T08:00:01", Map.of());
        assertFalse(StationStanding.goesOn(deviation("NO_QN"), kept.heard()));
    }

    @Test
    void seenAgainItBeginsAnewAndTheFirstOfAllIsNotForgotten() {
        at("2026-11-24T08:00:00", Map.of(), "NO_QN");
        at("2026-11-27T08:00:00", Map.of(), "NO_QN");
        at("2026-11-27T09:00:00", Map.of(), "NO_QN");
        DeviationRow row = deviation("NO_QN");
        assertEquals(instant("2026-11-27T08:00:00"), row.sinceAt());
        assertEquals(2, row.sinceSequence());
        assertEquals(instant("2026-11-24T08:00:00"), row.firstAt());
        assertEquals(1, row.firstSequence());
        assertEquals(3, row.times());
    }

    @Test
    void anAdmittedFrameOfBeforeMakesTheSpellLonger() {
        at("2026-11-24T10:00:00", Map.of(), "NO_QN");
        at("2026-11-24T08:00:00", Map.of(), "NO_QN");
        DeviationRow row = deviation("NO_QN");
        assertEquals(instant("2026-11-24T08:00:00"), row.sinceAt());
        assertEquals(2, row.sinceSequence());
        assertEquals(instant("2026-11-24T10:00:00"), row.lastAt());
        assertEquals(1, row.lastSequence());
        assertEquals(instant("2026-11-24T10:00:00"), kept.heard().orElseThrow().lastAt());
        assertEquals(instant("2026-11-24T08:00:00"), kept.heard().orElseThrow().firstAt());
    }

    @Test
    void threeFramesInARowThatSpeakDifferentlyAreAChangeAtTheFirstOfThem() {
        at("2026-11-24T08:00:00", Map.of(Aspect.EDITION, "2017"));
        at("2026-11-24T09:00:00", Map.of(Aspect.EDITION, "2025"));
        at("2026-11-24T10:00:00", Map.of(Aspect.EDITION, "2025"));
        assertEquals(List.of(), changes);
        assertEquals("2017", behaviours.get("EDITION").value());
        at("2026-11-24T11:00:00", Map.of(Aspect.EDITION, "2025"));
        assertEquals(List.of(new ChangeRow(MN, "EDITION", 2, instant("2026-11-24T09:00:00"), "2017", "2025")), changes);
        assertEquals("2025", behaviours.get("EDITION").value());
        assertEquals(instant("2026-11-24T09:00:00"), behaviours.get("EDITION").sinceAt());
        assertEquals(2, behaviours.get("EDITION").sinceSequence());
    }

    @Test
    void aChecksumThatFitsAnotherAlgorithmByChanceIsNoChange() {
        at("2026-11-24T08:00:00", Map.of(Aspect.CHECKSUM, "MODBUS"));
        for (int i = 0; i < 5; i++) {
            at("2026-11-24T09:0" + i + ":00", Map.of(Aspect.CHECKSUM, "HJ212"));
            at("2026-11-24T09:0" + i + ":10", Map.of(Aspect.CHECKSUM, "HJ212"));
            at("2026-11-24T09:0" + i + ":20", Map.of(Aspect.CHECKSUM, "MODBUS"));
        }
        assertEquals(List.of(), changes);
        assertEquals("MODBUS", behaviours.get("CHECKSUM").value());
        assertEquals(1, behaviours.get("CHECKSUM").sinceSequence());
    }

    @Test
    void whatAFrameDoesNotTellChangesNothing() {
        at("2026-11-24T08:00:00", Map.of(Aspect.EDITION, "2017"));
        at("2026-11-24T09:00:00", Map.of(Aspect.EDITION, "2025"));
        at("2026-11-24T10:00:00", Map.of());
        at("2026-11-24T11:00:00", Map.of(Aspect.EDITION, "2025"));
        at("2026-11-24T12:00:00", Map.of(Aspect.EDITION, "2025"));
        assertEquals(1, changes.size());
    }

    @Test
    void theIntervalIsReckonedFromMinuteLabelsAndAGapIsNoChange() {
        for (String minute : List.of("00", "10", "20", "40", "50")) {
            String label = wire("2026-11-24T08:" + minute + ":00");
            take("2026-11-24T08:" + minute + ":30", Map.of(), Optional.of(label));
        }
        assertEquals("10", behaviours.get("MINUTE_INTERVAL").value());
        assertEquals(List.of(), changes);
        for (String minute : List.of("00", "01", "02", "03", "04")) {
            String label = wire("2026-11-24T09:" + minute + ":00");
            take("2026-11-24T09:" + minute + ":30", Map.of(), Optional.of(label));
        }
        assertEquals(1, changes.size());
        assertEquals("10", changes.get(0).was());
        assertEquals("1", changes.get(0).became());
    }

    @Test
    void framesOfBeforeDoNotSayHowAStationSpeaksNow() {
        at("2026-11-24T10:00:00", Map.of(Aspect.EDITION, "2025"));
        for (int i = 0; i < 4; i++) {
            at("2026-11-24T08:00:0" + i, Map.of(Aspect.EDITION, "2017"));
        }
        assertEquals("2025", behaviours.get("EDITION").value());
        assertEquals(List.of(), changes);
    }

    @Test
    void aRefusedFrameCountsAsADeviationAndNotAsHeard() {
        trail.take(new Observation(
                MN,
                instant("2026-11-24T08:00:00"),
                1,
                false,
                Set.of("WRONG_CRC"),
                Map.of(),
                Optional.empty(),
                Optional.empty()));
        StationRowsToSave rows = new StationRowsToSave();
        trail.collect(rows);
        assertEquals(List.of(), rows.heard());
        assertEquals("WRONG_CRC", rows.deviations().get(0).finding());
    }
}
