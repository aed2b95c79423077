package io.stackwatch.core.averaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.measurement.DataFlag;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One minute from 08:00:00 in steps of 5 s; what is not known is a dot. */
final class HoldTest {

    private static final SampleGrid GRID = new SampleGrid(Duration.ofSeconds(5));
    private static final Instant EIGHT = Instant.parse("2026-11-24T08:00:00Z");
    private static final Duration EXPECTED = Duration.ofSeconds(20);

    private MinuteOfSamples minute = MinuteOfSamples.empty(GRID, EIGHT);

    @Test
    void theSampleIsTheNewestValueThatIsNotLater() {
        live(alive(0, 0, 60), value("a", 0), value("b", 10), value("c", 12));
        assertEquals("a a b c c c c c c c c c", shown());
    }

    @Test
    void aValueExactlyAtAnInstantOfTheGridIsItsSampleAndOneBehindItIsNot() {
        live(alive(0, 0, 60), value("a", 0), new PlacedSample(EIGHT.plusMillis(5_001), sample("b"), 1, false));
        assertEquals("a a b b b b b b b b b b", shown());
    }

    // no news is good news, but only until the last time that we heard of the subscription
    @Test
    void aValueHoldsUntilTheLastBatchAndNotLonger() {
        live(alive(0, 0, 12), value("a", 0));
        assertEquals("a a a . . . . . . . . .", shown());
        live(Optional.of(value("a", 0)), alive(0, 12, 31));
        assertEquals("a a a a a a a . . . . .", shown());
    }

    @Test
    void aValueThatArrivesLaterTakesItsPlaceInTheMiddle() {
        live(alive(0, 0, 60), value("a", 0), value("c", 30));
        live(Optional.of(value("c", 30)), alive(0, 60, 61), value("b", 15));
        assertEquals("a a a b b b c c c c c c", shown());
    }

    @Test
    void ofTwoValuesWithOneTimestampTheOneThatCameLaterHolds() {
        live(alive(0, 0, 30), new PlacedSample(EIGHT, sample("a"), 1, false));
        live(alive(0, 30, 60), new PlacedSample(EIGHT, sample("b"), 2, false));
        assertEquals("b b b b b b b b b b b b", shown());
    }

    // a transfer hands over what the server had queued: in the cut it counts as read back
    @Test
    void whatWasQueuedDuringACutStandsForItsExpectedTimeAtMost() {
        live(alive(50, 50, 60), value("a", 0), value("b", 5));
        assertEquals("a b b b b . . . . . b b", shown());
    }

    @Test
    void whatWasReadBackFillsOnlyWhatIsEmpty() {
        live(alive(30, 30, 60), value("x", 30));
        readBack(value("a", 3), value("b", 11), value("c", 29));
        assertEquals(". a a b b b x x x x x x", shown());
    }

    @Test
    void liveValuesTakeThePlaceOfWhatWasReadBackWhicheverCameFirst() {
        readBack(value("a", 3), value("b", 11), value("c", 29));
        live(alive(30, 30, 60), value("x", 30));
        assertEquals(". a a b b b x x x x x x", shown());
    }

    @Test
    void aLaterPageOfTheHistoryEndsTheLastValueOfTheOneBefore() {
        readBack(value("a", 0));
        readBack(value("b", 10));
        assertEquals("a a b b b b . . . . . .", shown());
    }

    private static Hold.Alive alive(int since, int before, int until) {
        return new Hold.Alive(EIGHT.plusSeconds(since), EIGHT.plusSeconds(before), EIGHT.plusSeconds(until));
    }

    private void live(Hold.Alive alive, PlacedSample... values) {
        live(Optional.empty(), alive, values);
    }

    private void live(Optional<PlacedSample> newest, Hold.Alive alive, PlacedSample... values) {
        Hold.live(newest, List.of(values), alive, EXPECTED).forEach(hold -> minute = minute.with(hold));
    }

    private void readBack(PlacedSample... values) {
        Hold.readBack(List.of(values), EXPECTED).forEach(hold -> minute = minute.with(hold));
    }

    private static PlacedSample value(String name, int second) {
        return new PlacedSample(EIGHT.plusSeconds(second), sample(name), second, false);
    }

    private static Sample sample(String name) {
        return Sample.of(BigDecimal.valueOf(name.charAt(0)), DataFlag.NORMAL);
    }

    private String shown() {
        return String.join(
                " ",
                minute.slots().stream()
                        .map(slot -> slot.flatMap(placed -> placed.sample().number())
                                .map(number -> String.valueOf((char) number.intValueExact()))
                                .orElse("."))
                        .toList());
    }
}
