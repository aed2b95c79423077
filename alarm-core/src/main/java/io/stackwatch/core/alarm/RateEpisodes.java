package io.stackwatch.core.alarm;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.transmission.CountTerms;
import io.stackwatch.core.transmission.Rate;
import io.stackwatch.core.transmission.RateState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * Turns the effective transmission rate of an outlet, an enterprise or a county in a month into an alarm of type RATE_LOW: yellow
 * below the warning, red below the required rate, one for a month, ended when the rate is above the warning again, when nothing
 * is due any more, or when the month is frozen. Where nothing is due nothing is said. Pure; safe to share.
 */
public final class RateEpisodes {

    private static final int DECIMALS = 2;

    /** The key of the alarm of a month, by its first hour. */
    public static AlarmKey key(AlarmSubject subject, Instant firstHour) {
        return new AlarmKey(subject, FactorCode.ALL, AlarmType.RATE_LOW, firstHour);
    }

    /** What the rate means for the alarm of the month. */
    public EpisodeDecision decide(RateCase facts, CountTerms terms) {
        RateState state = RateState.of(facts.counts().effective(), terms);
        StandingAlarm standing = new StandingAlarm(
                key(facts.subject(), facts.firstHour()),
                facts.alarm(),
                facts.lastHour(),
                facts.knownAt(),
                words(facts, state, terms));
        if (facts.frozen()) {
            return standing.over(AlarmReason.PERIOD_CLOSED);
        }
        boolean tooEarly = facts.counts().due() < facts.quiet().toHours() * facts.factors();
        if (state == RateState.NOT_RATED) {
            return standing.over(AlarmReason.NOT_DUE);
        }
        if (tooEarly && facts.alarm().isEmpty()) {
            return StandingAlarm.nothing();
        }
        return state == RateState.OK
                ? standing.over(AlarmReason.RATE_RECOVERED)
                : standing.holds(state == RateState.FAIL ? AlarmLevel.RED : AlarmLevel.YELLOW, AlarmReason.RATE_BELOW);
    }

    /** Rounded down, so that no rate that fails is written as one that passes. */
    private static String words(RateCase facts, RateState state, CountTerms terms) {
        String rate = facts.counts()
                .effective()
                .map(RateEpisodes::percent)
                .map(percent -> percent + " % (" + facts.counts().valid() + " of "
                        + facts.counts().due() + " due hours valid)")
                .orElse("no hour due");
        return switch (state) {
            case FAIL -> rate + ", required " + percent(terms.required()) + " %";
            case WARN -> rate + ", warning below " + percent(terms.warnBelow()) + " %";
            case OK -> rate + ", not below " + percent(terms.warnBelow()) + " %";
            case NOT_RATED -> rate;
        };
    }

    private static String percent(Rate rate) {
        return BigDecimal.valueOf(rate.part())
                .movePointRight(2)
                .divide(BigDecimal.valueOf(rate.whole()), DECIMALS, RoundingMode.DOWN)
                .toPlainString();
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
