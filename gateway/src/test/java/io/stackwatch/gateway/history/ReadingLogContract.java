package io.stackwatch.gateway.history;

import static io.stackwatch.gateway.history.ReadingFixture.BOILER;
import static io.stackwatch.gateway.history.ReadingFixture.DUST;
import static io.stackwatch.gateway.history.ReadingFixture.KILN;
import static io.stackwatch.gateway.history.ReadingFixture.MORNING;
import static io.stackwatch.gateway.history.ReadingFixture.SO2;
import static io.stackwatch.gateway.history.ReadingFixture.entry;
import static io.stackwatch.gateway.history.ReadingFixture.figure;
import static io.stackwatch.gateway.history.ReadingFixture.hour;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.measurement.ReadingLog.Entry;
import io.stackwatch.core.measurement.ReadingLog.Point;
import io.stackwatch.core.measurement.ReadingLog.Series;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.measurement.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ReadingLog} does, the fake included. */
abstract class ReadingLogContract {

    private static final Duration HOUR = Duration.ofHours(1);

    private ReadingLog log;

    /** A log with nothing in it. */
    abstract ReadingLog emptyLog() throws Exception;

    @BeforeEach
    void openLog() throws Exception {
        log = emptyLog();
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void whatWasWrittenIsReadBackInOrderOfTimeWithUnitAndFlag() {
        log.write(List.of(
                hour(BOILER, SO2, MORNING.plus(HOUR), "36.25"),
                entry(
                        BOILER,
                        SO2,
                        Span.HOUR,
                        MORNING,
                        Statistic.AVG,
                        "34.5",
                        Optional.of(new DataFlag("D")),
                        Unit.MILLIGRAMS_PER_CUBIC_METRE)));

        assertEquals(
                List.of(
                        new Point(MORNING, 34.5, Unit.MILLIGRAMS_PER_CUBIC_METRE, Optional.of(new DataFlag("D"))),
                        new Point(
                                MORNING.plus(HOUR),
                                36.25,
                                Unit.MILLIGRAMS_PER_CUBIC_METRE,
                                Optional.of(DataFlag.NORMAL))),
                so2Hours(MORNING, MORNING.plus(HOUR.multipliedBy(2))).points());
    }

    @Test
    void aFlagThatWasNotSentStaysAbsent() {
        log.write(List.of(entry(BOILER, SO2, Span.HOUR, MORNING, Statistic.AVG, "1", Optional.empty())));

        assertEquals(
                Optional.empty(),
                so2Hours(MORNING, MORNING.plus(HOUR)).points().get(0).flag());
    }

    @Test
    void thePeriodIncludesItsStartAndExcludesItsEnd() {
        log.write(List.of(
                hour(BOILER, SO2, MORNING.minusMillis(1), "1"),
                hour(BOILER, SO2, MORNING, "2"),
                hour(BOILER, SO2, MORNING.plus(HOUR).minusMillis(1), "3"),
                hour(BOILER, SO2, MORNING.plus(HOUR), "4")));

        assertEquals(List.of(2.0, 3.0), values(so2Hours(MORNING, MORNING.plus(HOUR))));
    }

    @Test
    void outletsFactorsStatisticsAndSpansAreKeptApart() {
        log.write(List.of(
                hour(BOILER, SO2, MORNING, "1"),
                hour(KILN, SO2, MORNING, "2"),
                hour(BOILER, DUST, MORNING, "3"),
                entry(BOILER, SO2, Span.HOUR, MORNING, Statistic.MAX, "4", Optional.empty()),
                entry(BOILER, SO2, Span.MINUTE, MORNING, Statistic.AVG, "5", Optional.empty()),
                entry(BOILER, SO2, Span.REALTIME, MORNING, Statistic.RTD, "6", Optional.empty()),
                entry(BOILER, SO2, Span.DAY, MORNING, Statistic.AVG, "7", Optional.empty())));

        Instant until = MORNING.plus(HOUR);
        assertEquals(List.of(1.0), values(so2Hours(MORNING, until)));
        assertEquals(List.of(2.0), values(log.series(figure(KILN, SO2, Statistic.AVG, Span.HOUR), MORNING, until, 10)));
        assertEquals(
                List.of(3.0), values(log.series(figure(BOILER, DUST, Statistic.AVG, Span.HOUR), MORNING, until, 10)));
        assertEquals(
                List.of(4.0), values(log.series(figure(BOILER, SO2, Statistic.MAX, Span.HOUR), MORNING, until, 10)));
        assertEquals(
                List.of(5.0), values(log.series(figure(BOILER, SO2, Statistic.AVG, Span.MINUTE), MORNING, until, 10)));
        assertEquals(
                List.of(6.0),
                values(log.series(figure(BOILER, SO2, Statistic.RTD, Span.REALTIME), MORNING, until, 10)));
        assertEquals(
                List.of(7.0), values(log.series(figure(BOILER, SO2, Statistic.AVG, Span.DAY), MORNING, until, 10)));
    }

    @Test
    void theSameFigureAgainReplacesTheValueAndTheFlagAndNothingElse() {
        log.write(List.of(hour(BOILER, SO2, MORNING, "1"), hour(BOILER, DUST, MORNING, "9")));
        log.write(List.of(entry(BOILER, SO2, Span.HOUR, MORNING, Statistic.AVG, "2", Optional.empty())));

        Series so2 = so2Hours(MORNING, MORNING.plus(HOUR));
        assertEquals(List.of(2.0), values(so2));
        assertEquals(Optional.empty(), so2.points().get(0).flag());
        assertEquals(
                List.of(9.0),
                values(log.series(figure(BOILER, DUST, Statistic.AVG, Span.HOUR), MORNING, MORNING.plus(HOUR), 10)));
    }

    @Test
    void ofTwoValuesOfOneFigureInABatchTheLaterOneWins() {
        log.write(List.of(hour(BOILER, SO2, MORNING, "1"), hour(BOILER, SO2, MORNING, "2")));

        assertEquals(List.of(2.0), values(so2Hours(MORNING, MORNING.plus(HOUR))));
    }

    @Test
    void aValueInAnotherUnitIsAnotherPoint() {
        log.write(List.of(
                hour(BOILER, SO2, MORNING, "100"),
                entry(BOILER, SO2, Span.HOUR, MORNING, Statistic.AVG, "35", Optional.empty(), new Unit("ppm"))));

        List<Point> points = so2Hours(MORNING, MORNING.plus(HOUR)).points();
        assertEquals(2, points.size(), points.toString());
        assertTrue(points.stream().anyMatch(point -> point.unit().equals(new Unit("ppm")) && point.value() == 35));
    }

    @Test
    void negativeAndVeryLargeValuesAreKeptAndWhatNoDoubleCanHoldIsLeftOut() {
        log.write(List.of(
                hour(BOILER, SO2, MORNING, "-3.75"),
                hour(BOILER, SO2, MORNING.plusMillis(1), "123456789012.5"),
                hour(BOILER, SO2, MORNING.plusMillis(2), "1E+400")));

        assertEquals(List.of(-3.75, 123456789012.5), values(so2Hours(MORNING, MORNING.plus(HOUR))));
    }

    @Test
    void anEmptyBatchIsWritten() {
        log.write(List.of());

        assertEquals(List.of(), so2Hours(MORNING, MORNING.plus(HOUR)).points());
    }

    @Test
    void aSeriesThatFitsIsCompleteAndSaysSo() {
        log.write(minutes(10));

        Series series =
                log.series(figure(BOILER, SO2, Statistic.AVG, Span.MINUTE), MORNING, MORNING.plusSeconds(600), 10);
        assertFalse(series.thinned());
        assertEquals(10, series.points().size());
    }

    @Test
    void aSeriesThatDoesNotFitKeepsItsHighestAndItsLowestPoint() {
        List<Entry> minutes = minutes(3_000);
        minutes.add(minute(1_234, "999"));
        minutes.add(minute(2_345, "-999"));
        log.write(minutes);

        Series series = log.series(
                figure(BOILER, SO2, Statistic.AVG, Span.MINUTE), MORNING, MORNING.plusSeconds(60 * 3_000), 100);

        assertTrue(series.thinned());
        assertTrue(series.points().size() <= 100, "points: " + series.points().size());
        assertTrue(values(series).contains(999.0), "the peak is gone");
        assertTrue(values(series).contains(-999.0), "the trough is gone");
        List<Instant> starts = series.points().stream().map(Point::start).toList();
        assertEquals(starts.stream().sorted().toList(), starts);
    }

    @Test
    void aSeriesLongerThanAnyPageIsReadToItsEnd() {
        log.write(minutes(25_000));

        Series series = log.series(
                figure(BOILER, SO2, Statistic.AVG, Span.MINUTE), MORNING, MORNING.plusSeconds(60 * 25_000), 30_000);
        assertEquals(25_000, series.points().size());
    }

    @Test
    void theLatestValueOfEachFigureIsFoundAndOlderOnesAreNot() {
        log.write(List.of(
                hour(BOILER, SO2, MORNING, "1"),
                hour(BOILER, SO2, MORNING.plus(HOUR), "2"),
                hour(BOILER, DUST, MORNING, "3"),
                hour(BOILER, FactorCode.OXYGEN, MORNING.minus(HOUR), "4"),
                hour(KILN, SO2, MORNING.plus(HOUR), "5")));

        List<ReadingLog.Latest> latest = log.latest(BOILER, Span.HOUR, MORNING);
        assertEquals(
                List.of(SO2, DUST),
                latest.stream().map(one -> one.figure().factor()).toList());
        assertEquals(
                List.of(2.0, 3.0),
                latest.stream().map(one -> one.point().value()).toList());
    }

    @Test
    void anOutletThatNeverSpokeHasNothing() {
        assertEquals(List.of(), log.latest(KILN, Span.REALTIME, Instant.EPOCH));
        assertEquals(List.of(), so2Hours(MORNING, MORNING.plus(HOUR)).points());
    }

    @Test
    void whatIsForgottenIsGoneAndOtherSpansStay() {
        log.write(List.of(
                hour(BOILER, SO2, MORNING, "1"),
                entry(BOILER, SO2, Span.MINUTE, MORNING, Statistic.AVG, "2", Optional.empty()),
                entry(BOILER, SO2, Span.MINUTE, MORNING.plusSeconds(60), Statistic.AVG, "3", Optional.empty())));

        log.forget(Span.MINUTE, MORNING.plusSeconds(60));
        log.forget(Span.MINUTE, MORNING.plusSeconds(60));

        assertEquals(
                List.of(3.0),
                values(log.series(figure(BOILER, SO2, Statistic.AVG, Span.MINUTE), MORNING, MORNING.plus(HOUR), 10)));
        assertEquals(List.of(1.0), values(so2Hours(MORNING, MORNING.plus(HOUR))));
    }

    @Test
    void anEmptyPeriodAndASeriesWithoutRoomAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> so2Hours(MORNING, MORNING));
        assertThrows(
                IllegalArgumentException.class,
                () -> log.series(figure(BOILER, SO2, Statistic.AVG, Span.HOUR), MORNING, MORNING.plus(HOUR), 1));
    }

    private Series so2Hours(Instant from, Instant until) {
        return log.series(figure(BOILER, SO2, Statistic.AVG, Span.HOUR), from, until, 100);
    }

    private static List<Double> values(Series series) {
        return series.points().stream().map(Point::value).toList();
    }

    private static List<Entry> minutes(int count) {
        List<Entry> minutes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            minutes.add(minute(i, String.valueOf(30 + i % 7)));
        }
        return minutes;
    }

    private static Entry minute(int number, String value) {
        return entry(
                BOILER,
                SO2,
                Span.MINUTE,
                MORNING.plusSeconds(60L * number),
                Statistic.AVG,
                value,
                Optional.of(DataFlag.NORMAL));
    }
}
