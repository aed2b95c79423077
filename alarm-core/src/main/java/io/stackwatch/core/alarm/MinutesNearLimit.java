package io.stackwatch.core.alarm;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.Concentration;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * EX_PRE_RT (实时预警): the newest minutes are near the limit for a while, or above it for a shorter one. It ends when they have
 * been well below for a while, or when no minute comes any more. A gap, and a minute that does not count, end a stretch: what is
 * not known is not near. A warning to the plant, without any effect in law. Pure; safe to share.
 */
public final class MinutesNearLimit {

    private final RuleParameters parameters;

    public MinutesNearLimit(RuleParameters parameters) {
        this.parameters = parameters;
    }

    /** What the newest minutes say. */
    public Sight see(MinutesCase facts) {
        Instant now = facts.now();
        List<SeenMinute> minutes = facts.minutes();
        if (minutes.isEmpty()
                || end(facts, minutes.size() - 1)
                        .plus(parameters.duration("warning.minutes.stale", now))
                        .isBefore(now)) {
            return new Sight.Over(AlarmReason.NOTHING_KNOWN, "no minute any more");
        }
        BigDecimal allowed = facts.allowed().milligramsPerCubicMetre();
        BigDecimal near = allowed.multiply(parameters.decimal("warning.minutes.near-share", now));
        BigDecimal calm = allowed.multiply(parameters.decimal("warning.minutes.calm-share", now));
        Duration above = stretch(facts, value -> value.compareTo(allowed) > 0);
        Duration nearLimit = stretch(facts, value -> value.compareTo(near) > 0);
        Duration well = stretch(facts, value -> value.compareTo(calm) <= 0);
        AlarmLevel level =
                AlarmLevel.valueOf(parameters.at("warning.minutes.level", now).value());
        if (reaches(above, "warning.minutes.above-for", now)) {
            return new Sight.Holds(level, AlarmReason.NEAR_LIMIT, words(above, "above " + facts.allowed(), facts));
        }
        if (reaches(nearLimit, "warning.minutes.near-for", now)) {
            return new Sight.Holds(level, AlarmReason.NEAR_LIMIT, words(nearLimit, "above " + text(near), facts));
        }
        if (reaches(well, "warning.minutes.calm-for", now)) {
            return new Sight.Over(AlarmReason.AWAY_FROM_LIMIT, words(well, "not above " + text(calm), facts));
        }
        boolean some = !nearLimit.isZero() || !well.isZero();
        return new Sight.Unsaid(
                some ? Sight.Why.NOT_LONG_ENOUGH : Sight.Why.IN_BETWEEN,
                words(nearLimit, "above " + text(near), facts));
    }

    /** Where the stretch begins in which the newest minutes are near the limit; the newest minute if it is not. */
    public Instant since(MinutesCase facts) {
        BigDecimal near = facts.allowed()
                .milligramsPerCubicMetre()
                .multiply(parameters.decimal("warning.minutes.near-share", facts.now()));
        return facts.minutes()
                .get(first(facts, value -> value.compareTo(near) > 0))
                .start();
    }

    private boolean reaches(Duration stretch, String name, Instant now) {
        return stretch.compareTo(parameters.duration(name, now)) >= 0;
    }

    private static Duration stretch(MinutesCase facts, Predicate<BigDecimal> test) {
        int newest = facts.minutes().size() - 1;
        if (!passes(facts.minutes().get(newest), test)) {
            return Duration.ZERO;
        }
        return Duration.between(facts.minutes().get(first(facts, test)).start(), end(facts, newest));
    }

    /** The earliest minute of the unbroken stretch up to the newest one. */
    private static int first(MinutesCase facts, Predicate<BigDecimal> test) {
        List<SeenMinute> minutes = facts.minutes();
        int at = minutes.size() - 1;
        while (at > 0
                && passes(minutes.get(at - 1), test)
                && !end(facts, at - 1).isBefore(minutes.get(at).start())) {
            at--;
        }
        return at;
    }

    private static boolean passes(SeenMinute minute, Predicate<BigDecimal> test) {
        return minute.value()
                .map(Concentration::milligramsPerCubicMetre)
                .filter(test)
                .isPresent();
    }

    private static Instant end(MinutesCase facts, int at) {
        return facts.minutes().get(at).start().plus(facts.interval());
    }

    private static String words(Duration stretch, String what, MinutesCase facts) {
        return stretch.toMinutes() + " min " + what + ", allowed in the mean of the hour " + facts.allowed()
                + "; warning beforehand without effect in law";
    }

    private static String text(BigDecimal value) {
        return new Concentration(value).toString();
    }
}
