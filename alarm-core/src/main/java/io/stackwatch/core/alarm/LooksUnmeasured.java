package io.stackwatch.core.alarm;

import io.stackwatch.core.exceedance.RuleParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * SUSPECT (数据存疑): figures of a factor look as if they were not measured, by what detectors of windows find in a day. It stands for a
 * time behind the last finding, in which a person finds out; further findings are added to it. Raises a question and proves
 * nothing. Pure; safe to share.
 */
public final class LooksUnmeasured {

    private final RuleParameters parameters;

    public LooksUnmeasured(RuleParameters parameters) {
        this.parameters = parameters;
    }

    /** What the findings of a day say. */
    public Sight see(SuspicionCase facts) {
        if (!facts.found().isEmpty()) {
            AlarmLevel level =
                    facts.found().stream().map(SuspicionCase.Found::level).reduce(AlarmLevel.BLUE, AlarmLevel::or);
            String words = facts.found().stream()
                    .map(found -> found.suspicion().detector() + ": "
                            + found.suspicion().words())
                    .collect(Collectors.joining("; "));
            return new Sight.Holds(level, AlarmReason.LOOKS_WRONG, words);
        }
        Instant end = facts.dayEnd();
        Duration standsFor = parameters.duration("suspicion.stands-for", end);
        return facts.lastFound()
                        .filter(last -> last.plus(standsFor).isAfter(end))
                        .isPresent()
                ? new Sight.Unsaid(Sight.Why.NOT_LONG_ENOUGH, "nothing found in the day")
                : new Sight.Over(AlarmReason.PERIOD_CLOSED, "nothing found for " + standsFor.toHours() + " h");
    }
}
