package io.stackwatch.gateway.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.exceedance.HourForecast;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.limit.LimitScope;
import io.stackwatch.core.limit.LimitSource;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.measurement.Reading;
import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.IndustryCode;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.gateway.history.MemoryReadingLog;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sulphur dioxide of one outlet, limit 35 mg/m3 at 6 % oxygen, in the hour from 10:00 on 24 November 2026. */
class LoggedHoursTest {

    private static final OutletId OUTLET = new OutletId("DA1");
    private static final FactorCode SO2 = new FactorCode("a21026");
    private static final Instant TEN = Instant.parse("2026-11-24T02:00:00Z");

    private final MemoryReadingLog history = new MemoryReadingLog();
    private final RegistrySnapshot registry = RegistrySnapshot.of(facts(), List.of());

    @Test
    void halfAnHourFarAboveTheLimitCanNoLongerComply() {
        minutes(Statistic.ZS_AVG, 0, 50, "50", "N");
        RunningHour hour = at("02:50:00Z").get(0);
        assertEquals(10, hour.open());
        assertTrue(hour.converted());
        HourForecast.CannotComply cannot = hour.forecast().match(it -> it, it -> null, it -> null, it -> null);
        assertEquals(new BigDecimal("41.67"), cannot.best());
        assertTrue(cannot.judged());
    }

    @Test
    void beforeThatItSaysBelowWhatTheRestMustStay() {
        minutes(Statistic.ZS_AVG, 0, 30, "50", "N");
        RunningHour hour = at("02:30:00Z").get(0);
        HourForecast.StayBelow stay = hour.forecast().match(it -> null, it -> it, it -> null, it -> null);
        assertEquals(new BigDecimal("20.00"), stay.mean());
        assertEquals(30, stay.minutes());
    }

    @Test
    void aMinuteThatIsLateMayStillComeSoItIsOpen() {
        minutes(Statistic.ZS_AVG, 40, 45, "900", "N");
        RunningHour hour = at("02:59:59Z").get(0);
        assertEquals(5, hour.valid());
        assertEquals(55, hour.open());
    }

    @Test
    void minutesUnderMaintenanceCountForNothing() {
        minutes(Statistic.ZS_AVG, 0, 10, "900", "M");
        minutes(Statistic.ZS_AVG, 10, 20, "10", "N");
        RunningHour hour = at("02:20:00Z").get(0);
        assertEquals(10, hour.valid());
        assertEquals(10, hour.invalid());
        assertEquals(40, hour.open());
    }

    @Test
    void whereTheLoggerConvertsNothingTheMeasuredMinutesAreTakenAndItIsSaid() {
        minutes(Statistic.AVG, 0, 5, "30", "N");
        assertFalse(at("02:05:00Z").get(0).converted());
    }

    @Test
    void theHourBeforeAndAFactorWithoutALimitAndAnUnknownOutletAreLeftOut() {
        minutes(Statistic.ZS_AVG, -30, 0, "50", "N");
        write(new FactorCode("a01012"), Statistic.AVG, TEN.plusSeconds(60), "120", "N");
        assertEquals(List.of(), at("02:05:00Z"));
        assertEquals(List.of(), hours(Clock.systemUTC()).of(new OutletId("DA404")));
    }

    private List<RunningHour> at(String time) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T" + time), ZoneOffset.UTC);
        return hours(clock).of(OUTLET);
    }

    private LoggedHours hours(Clock clock) {
        return new LoggedHours(
                new LoggedMinutes(history, () -> registry, FlagTable.load()), RuleParameters.load(), clock);
    }

    private void minutes(Statistic statistic, int from, int until, String value, String flag) {
        for (int minute = from; minute < until; minute++) {
            write(SO2, statistic, TEN.plus(Duration.ofMinutes(minute)), value, flag);
        }
    }

    private void write(FactorCode factor, Statistic statistic, Instant start, String value, String flag) {
        history.write(List.of(new ReadingLog.Entry(
                OUTLET,
                new Reading(
                        new Mn("M1"),
                        factor,
                        Span.MINUTE,
                        start,
                        statistic,
                        value,
                        new BigDecimal(value),
                        Unit.MILLIGRAMS_PER_CUBIC_METRE,
                        Optional.of(new DataFlag(flag))))));
    }

    private static RegisteredFacts facts() {
        Effective since = Effective.since(Instant.parse("2026-01-01T00:00:00Z"));
        Outlet outlet = new Outlet(
                OUTLET,
                new EnterpriseId("E1"),
                "1号锅炉",
                new IndustryCode("D4412"),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED,
                since);
        Limit permit = new Limit(
                new LimitId("P1"),
                new LimitScope.OfOutlet(OUTLET),
                SO2,
                Concentration.of("35"),
                Optional.of(OxygenContent.of("6")),
                Averaging.HOUR,
                LimitSource.PERMIT,
                "91371500示例001P",
                "",
                since,
                Verification.DESIGN);
        return new RegisteredFacts(
                RegistryRows.EMPTY.withOutlets(List.of(outlet)), List.of(), List.of(), List.of(permit));
    }
}
