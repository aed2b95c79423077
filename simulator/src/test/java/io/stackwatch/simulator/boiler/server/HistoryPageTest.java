package io.stackwatch.simulator.boiler.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.simulator.boiler.BoilerQuantity;
import io.stackwatch.simulator.boiler.Instruments;
import io.stackwatch.simulator.boiler.Sample;
import io.stackwatch.simulator.fault.Disorder;
import io.stackwatch.simulator.fault.DisorderKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** OPC UA Part 11, 6.5.3: reading raw values. */
class HistoryPageTest {

    private static final SampleGrid GRID = new SampleGrid(Duration.ofSeconds(5));
    private static final Instant LATEST = BoilerFixture.START;
    private static final Instant EARLIEST = LATEST.minusSeconds(60);

    private final Instruments instruments = BoilerFixture.sound(1);

    @Test
    void theBeginIsIncludedAndTheEndIsNot() {
        assertEquals(List.of(-30, -25, -20), seconds(read(-30, -15, 100)));
        assertEquals(List.of(-25, -20), seconds(read(-29, -16, 100)));
    }

    @Test
    void backwardsTheLaterOneIsTheBegin() {
        assertEquals(List.of(-15, -20, -25), seconds(read(-15, -30, 100)));
    }

    @Test
    void anInstantIsItself() {
        assertEquals(List.of(-15), seconds(read(-15, -15, 100)));
        assertEquals(List.of(), seconds(read(-14, -14, 100)));
    }

    @Test
    void aPageSaysWhereToGoOn() {
        HistoryPage page = read(-30, 100, 2);
        assertEquals(List.of(-30, -25), seconds(page));
        assertEquals(Optional.of(LATEST.minusSeconds(20)), page.next());
        assertEquals(Optional.empty(), read(-10, 100, 3).next());
    }

    @Test
    void whatIsTooOldOrHasNotHappenedIsNotThere() {
        assertEquals(13, read(-1_000, 1_000, 100).samples().size());
        assertEquals(13, read(1_000, -1_000, 100).samples().size());
    }

    @Test
    void whatWasNotKeptIsLeftOut() {
        Predicate<Instant> kept = at -> at.isBefore(LATEST.minusSeconds(20));
        HistoryPage page =
                HistoryPage.read(instruments, BoilerQuantity.OXYGEN, GRID, asked(-30, 0, 100), EARLIEST, LATEST, kept);

        assertEquals(List.of(-30, -25), seconds(page));
    }

    @Test
    void aSilentNodeHasNoHistoryOfItsSilence() {
        Disorder silence = new Disorder(
                DisorderKind.SILENT_NODE, "O2", LATEST.minusSeconds(25), LATEST.minusSeconds(10), Duration.ZERO);
        Instruments silent = instruments.with(silence, Instant.EPOCH);
        HistoryPage page =
                HistoryPage.read(silent, BoilerQuantity.OXYGEN, GRID, asked(-30, 0, 100), EARLIEST, LATEST, at -> true);

        assertEquals(List.of(-30, -10, -5), seconds(page));
    }

    @Test
    void aStandstillIsNotKept() {
        Standstills standstills = new Standstills();
        assertTrue(standstills.kept(LATEST));
        standstills.begin(LATEST);
        assertTrue(!standstills.kept(LATEST) && standstills.kept(LATEST.minusMillis(1)));
        standstills.end(LATEST.plusSeconds(10));
        assertTrue(!standstills.kept(LATEST.plusSeconds(9)) && standstills.kept(LATEST.plusSeconds(10)));
    }

    private HistoryPage read(int from, int to, int most) {
        return HistoryPage.read(
                instruments, BoilerQuantity.OXYGEN, GRID, asked(from, to, most), EARLIEST, LATEST, at -> true);
    }

    private static HistoryPage.Asked asked(int from, int to, int most) {
        return new HistoryPage.Asked(LATEST.plusSeconds(from), LATEST.plusSeconds(to), most);
    }

    private static List<Integer> seconds(HistoryPage page) {
        return page.samples().stream()
                .map(Sample::sourceTime)
                .map(at -> (int) Duration.between(LATEST, at).toSeconds())
                .toList();
    }
}
