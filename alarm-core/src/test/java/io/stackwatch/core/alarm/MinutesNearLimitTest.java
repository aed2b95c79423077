package io.stackwatch.core.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A limit of 100 mg/m3, minutes from ten o'clock on: near from 90 on, well below up to 85. */
class MinutesNearLimitTest {

    private static final Instant TEN = Instant.parse("2026-11-24T02:00:00Z");
    private static final AlarmKey KEY =
            new AlarmKey(new OutletId("DA001"), new FactorCode("a21026"), AlarmType.MINUTES_NEAR_LIMIT, TEN);

    private final MinutesNearLimit rule = new MinutesNearLimit(RuleParameters.load());
    private final List<SeenMinute> minutes = new ArrayList<>();

    @Test
    void tenMinutesAboveNinetyPercentWarnAndFiveWellBelowEndIt() {
        SightTimeline line = SightTimeline.of(KEY);
        come(9, "91");
        line.see(now(), see(), "NOTHING_NEW NOT_LONG_ENOUGH");
        come(1, "91");
        line.see(now(), see(), "STARTED BLUE NEAR_LIMIT");
        come(5, "91");
        line.see(now(), see(), "NOTHING_NEW BLUE NEAR_LIMIT");
        come(20, "87");
        line.see(now(), see(), "NOTHING_NEW IN_BETWEEN");
        assertTrue(line.alarm().active(), "between both shares it holds");
        come(4, "85");
        line.see(now(), see(), "NOTHING_NEW NOT_LONG_ENOUGH");
        come(1, "85");
        line.see(now(), see(), "ENDED AWAY_FROM_LIMIT");
        assertEquals(AlarmLevel.BLUE, line.alarm().level());
    }

    @Test
    void fiveMinutesAboveTheLimitWarnEarlierAndTheLimitItselfIsNotAboveIt() {
        come(5, "100");
        assertEquals("NOT_LONG_ENOUGH", unsaid());
        minutes.clear();
        come(4, "100.1");
        assertEquals("NOT_LONG_ENOUGH", unsaid());
        come(1, "100.1");
        SightTimeline.of(KEY).see(now(), see(), "STARTED BLUE NEAR_LIMIT");
        assertTrue(SightTimeline.words(see()).contains("without effect in law"));
    }

    @Test
    void ninetyPercentItselfIsNotNear() {
        come(10, "90");
        assertEquals("IN_BETWEEN", unsaid());
    }

    @Test
    void aGapAndAMinuteThatDoesNotCountEndAStretch() {
        come(6, "95");
        lost(1);
        come(6, "95");
        assertEquals("NOT_LONG_ENOUGH", unsaid());
        minutes.add(new SeenMinute(next(), Optional.empty()));
        assertEquals("IN_BETWEEN", unsaid());
        come(10, "95");
        SightTimeline.of(KEY).see(now(), see(), "STARTED BLUE NEAR_LIMIT");
        assertEquals(TEN.plus(Duration.ofMinutes(15)), rule.since(facts(now())));
    }

    @Test
    void aWarningEndsWhenNoMinuteComesAnyMore() {
        SightTimeline line = SightTimeline.of(KEY);
        come(10, "95");
        line.see(now(), see(), "STARTED BLUE NEAR_LIMIT");
        Instant later = now().plus(Duration.ofMinutes(30));
        line.see(later, rule.see(facts(later)), "NOTHING_NEW BLUE NEAR_LIMIT");
        later = later.plusSeconds(1);
        line.see(later, rule.see(facts(later)), "ENDED NOTHING_KNOWN");
    }

    @Test
    void aLoggerOfTenMinutesIsNearWithOneOfItsMinutes() {
        minutes.add(new SeenMinute(TEN, Optional.of(Concentration.of("95"))));
        Instant end = TEN.plus(Duration.ofMinutes(10));
        Sight sight = rule.see(new MinutesCase(minutes, Duration.ofMinutes(10), Concentration.of("100"), end));
        SightTimeline.of(KEY).see(end, sight, "STARTED BLUE NEAR_LIMIT");
    }

    private void come(int count, String value) {
        for (int i = 0; i < count; i++) {
            minutes.add(new SeenMinute(next(), Optional.of(Concentration.of(value))));
        }
    }

    private void lost(int count) {
        Instant gap = next().plus(Duration.ofMinutes(count));
        minutes.add(new SeenMinute(gap, Optional.of(Concentration.of("95"))));
    }

    private Instant next() {
        return minutes.isEmpty() ? TEN : now();
    }

    private Instant now() {
        return minutes.get(minutes.size() - 1).start().plus(Duration.ofMinutes(1));
    }

    private String unsaid() {
        return see().match(holds -> "", over -> "", unsaid -> unsaid.why().name());
    }

    private Sight see() {
        return rule.see(facts(now()));
    }

    private MinutesCase facts(Instant now) {
        return new MinutesCase(minutes, Duration.ofMinutes(1), Concentration.of("100"), now);
    }
}
