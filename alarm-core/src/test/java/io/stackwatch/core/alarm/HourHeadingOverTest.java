package io.stackwatch.core.alarm;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.exceedance.ForecastCase;
import io.stackwatch.core.exceedance.HourForecast;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The hour from ten o'clock on, limit 100 mg/m3. */
class HourHeadingOverTest {

    private static final Instant TEN = Instant.parse("2026-11-24T02:00:00Z");
    private static final Concentration ALLOWED = Concentration.of("100");
    private static final RuleParameters PARAMETERS = RuleParameters.load();
    private static final AlarmKey KEY =
            new AlarmKey(new OutletId("DA001"), new FactorCode("a21026"), AlarmType.HOUR_HEADING_OVER, TEN);

    private final HourHeadingOver rule = new HourHeadingOver(PARAMETERS);
    private final List<Concentration> valid = new ArrayList<>();
    private int lost;

    @Test
    void aMeanAboveTheLimitWarnsFromMinuteThirtyOnHoldsNearItAndEndsWellBelow() {
        SightTimeline line = SightTimeline.of(KEY);
        come(29, "110");
        line.see(at(29), see(29), "NOTHING_NEW TOO_EARLY");
        come(1, "110");
        line.see(at(30), see(30), "STARTED BLUE NEAR_LIMIT");
        come(6, "40");
        line.see(at(36), see(36), "NOTHING_NEW IN_BETWEEN");
        assertTrue(line.alarm().active(), "98 of 100 is not well below");
        come(2, "40");
        line.see(at(38), see(38), "NOTHING_NEW IN_BETWEEN");
        come(2, "40");
        line.see(at(40), see(40), "ENDED AWAY_FROM_LIMIT");
        assertFalse(line.alarm().active());
    }

    @Test
    void itRisesToYellowAndSaysCannotComplyOnlyWhenTheHourCannot() {
        SightTimeline line = SightTimeline.of(KEY);
        come(30, "150");
        line.see(at(30), see(30), "STARTED BLUE NEAR_LIMIT");
        assertFalse(line.alarm().words().contains("cannot comply"));
        come(11, "150");
        line.see(at(41), see(41), "REVISED YELLOW CANNOT_COMPLY");
        assertTrue(line.alarm().words().startsWith("cannot comply: lowest mean that is still possible 102.50 mg/m3"));
        assertTrue(line.alarm().words().contains("if enough minutes are valid"));
        line.see(at(60), see(60), "ENDED HOUR_OVER");
    }

    @Test
    void anHourThatCannotComplyWarnsAlsoBeforeMinuteThirty() {
        come(10, "700");
        SightTimeline.of(KEY).see(at(10), see(10), "STARTED YELLOW CANNOT_COMPLY");
    }

    @Test
    void fewMinutesSayNothingAndLostOnesEndAWarning() {
        come(14, "110");
        lost = 15;
        SightTimeline line = SightTimeline.of(KEY).see(at(31), see(31), "NOTHING_NEW TOO_LITTLE_KNOWN");
        come(1, "110");
        line.see(at(32), see(32), "STARTED BLUE NEAR_LIMIT");
        lost = 16;
        line.see(at(33), see(33), "ENDED NOT_JUDGED");
    }

    @Test
    void anHourThatCompliesIsNoWarning() {
        come(60, "100");
        SightTimeline.of(KEY).see(at(59), see(59), "NOTHING_NEW AWAY_FROM_LIMIT");
    }

    private void come(int count, String value) {
        for (int i = 0; i < count; i++) {
            valid.add(Concentration.of(value));
        }
    }

    private static Instant at(int minute) {
        return TEN.plus(Duration.ofMinutes(minute));
    }

    private Sight see(int minute) {
        int open = 60 - valid.size() - lost;
        HourForecast forecast = HourForecast.of(new ForecastCase(valid, open, ALLOWED), PARAMETERS, TEN);
        return rule.see(new RunningCase(TEN, valid, ALLOWED, forecast, at(minute)));
    }
}
