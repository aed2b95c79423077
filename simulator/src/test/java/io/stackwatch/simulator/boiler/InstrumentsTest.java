package io.stackwatch.simulator.boiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.simulator.fault.Disorder;
import io.stackwatch.simulator.fault.DisorderKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstrumentsTest {

    private static final Instant NOON = Instant.parse("2026-12-10T04:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(1_800);
    private static final BoilerQuantity SO2 = BoilerQuantity.SULPHUR_DIOXIDE;
    private static final BoilerQuantity NOX = BoilerQuantity.NITROGEN_OXIDES;

    private final Instruments well = new Instruments(
            new BoilerPlan("B01", BoilerDesign.ofTonnes(75), FirePlan.always(), 1, List.of()),
            ZoneId.of("Asia/Shanghai"));

    @Test
    void aSoundInstrumentShowsTheTruthInItsDecimals() {
        Sample sample = sample(well, SO2, NOON).orElseThrow();

        assertEquals(well.truth(NOON).gas().sulphurDioxide(), sample.figure(), 0.005);
        assertEquals(Math.rint(sample.figure() * 100) / 100, sample.figure());
        assertEquals(new Sample(sample.figure(), Sample.Quality.GOOD, NOON), sample);
    }

    @Test
    void aStuckInstrumentShowsWhatItShowedAndItsTimeGoesOn() {
        Instruments stuck = with(DisorderKind.STUCK, "SO2");

        Sample later = sample(stuck, SO2, LATER).orElseThrow();
        assertEquals(sample(well, SO2, NOON).orElseThrow().figure(), later.figure());
        assertEquals(LATER, later.sourceTime());
        assertNotEquals(sample(well, SO2, LATER), sample(stuck, SO2, LATER));
        assertEquals(sample(well, NOX, LATER), sample(stuck, NOX, LATER));
    }

    @Test
    void aBadStatusIsWorseThanAnUncertainOne() {
        Instruments uncertain = with(DisorderKind.UNCERTAIN_STATUS, "SO2");
        assertEquals(
                Sample.Quality.UNCERTAIN,
                sample(uncertain, SO2, LATER).orElseThrow().quality());

        Instruments both = uncertain.with(disorder(DisorderKind.BAD_STATUS, "all"), Instant.EPOCH);
        assertEquals(Sample.Quality.BAD, sample(both, SO2, LATER).orElseThrow().quality());
        assertEquals(Sample.Quality.BAD, sample(both, NOX, LATER).orElseThrow().quality());
    }

    @Test
    void aSilentNodeShowsNothing() {
        Instruments silent = with(DisorderKind.SILENT_NODE, "SO2");

        assertEquals(Optional.empty(), sample(silent, SO2, LATER));
        assertEquals(Optional.of(NOON), silent.silentSince(SO2, LATER));
        assertTrue(sample(silent, NOX, LATER).isPresent());
        assertEquals(Optional.empty(), silent.silentSince(NOX, LATER));
    }

    @Test
    void aWrongClockMovesTheSourceTimeAndNothingElse() {
        Disorder off =
                new Disorder(DisorderKind.CLOCK_OFF, "all", NOON, NOON.plusSeconds(3_600), Duration.ofMinutes(-7));

        Sample sample = sample(well.with(off, Instant.EPOCH), SO2, LATER).orElseThrow();
        assertEquals(LATER.minusSeconds(420), sample.sourceTime());
        assertEquals(sample(well, SO2, LATER).orElseThrow().figure(), sample.figure());
    }

    @Test
    void aTripIsInTheTruthItself() {
        Instruments tripped = with(DisorderKind.ABATEMENT_TRIP, "all");

        assertTrue(tripped.truth(LATER).gas().sulphurDioxide()
                > 20 * well.truth(LATER).gas().sulphurDioxide());
    }

    @Test
    void everythingIsOverWhenItEnds() {
        Instant end = NOON.plusSeconds(3_600);
        for (DisorderKind kind : DisorderKind.values()) {
            Instruments instruments = with(kind, "all");
            assertEquals(1, instruments.wrong(end.minusMillis(1)));
            assertEquals(0, instruments.wrong(end));
            if (kind != DisorderKind.ABATEMENT_TRIP) {
                assertEquals(sample(well, SO2, end), sample(instruments, SO2, end), kind.toString());
            }
        }
    }

    /** History is asked for later: what was shown stays what was shown. */
    @Test
    void whatIsHealedWasWrongBefore() {
        Instruments healed = with(DisorderKind.STUCK, "SO2").healed(LATER);

        assertEquals(sample(well, SO2, LATER), sample(healed, SO2, LATER));
        Instant before = LATER.minusSeconds(5);
        assertNotEquals(sample(well, SO2, before), sample(healed, SO2, before));
    }

    @Test
    void whatEndedLongAgoIsForgotten() {
        Instruments instruments =
                with(DisorderKind.STUCK, "SO2").with(disorder(DisorderKind.STUCK, "NOx"), NOON.plusSeconds(7_200));

        assertEquals(sample(well, SO2, LATER), sample(instruments, SO2, LATER));
        assertNotEquals(sample(well, NOX, LATER), sample(instruments, NOX, LATER));
    }

    private Instruments with(DisorderKind kind, String node) {
        return well.with(disorder(kind, node), Instant.EPOCH);
    }

    private static Disorder disorder(DisorderKind kind, String node) {
        return new Disorder(kind, node, NOON, NOON.plusSeconds(3_600), Duration.ZERO);
    }

    private static Optional<Sample> sample(Instruments instruments, BoilerQuantity quantity, Instant at) {
        return instruments.sample(quantity, at, instruments.truth(at));
    }
}
