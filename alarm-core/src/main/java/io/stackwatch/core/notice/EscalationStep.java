package io.stackwatch.core.notice;

import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One step of a chain: who is told when nobody has acknowledged an alarm for so long.
 *
 * @param chain which chain
 * @param level which step of it, from 0
 * @param after how long after the alarm
 * @param atOnceFrom an alarm of this level or a graver one takes the step at once; empty: none does
 * @param roles who is told
 * @param demand what is asked of them, a key of the words of notices
 * @param answerWithin within which time; empty: no time is named
 * @param remindEvery how often they are told again until somebody acknowledges; empty: once is all
 * @param effective when the row holds
 * @param source where it is from
 * @param mark how far it has been checked
 */
public record EscalationStep(
        String chain,
        int level,
        Duration after,
        Optional<AlarmLevel> atOnceFrom,
        List<DutyRole> roles,
        String demand,
        Optional<Duration> answerWithin,
        Optional<Duration> remindEvery,
        Effective effective,
        String source,
        Verification mark) {

    public EscalationStep {
        roles = List.copyOf(roles);
        if (level < 0 || after.isNegative() || roles.isEmpty()) {
            throw new IllegalArgumentException("step " + level + " of " + chain + " after " + after + " to " + roles);
        }
        if (remindEvery.filter(every -> every.isZero() || every.isNegative()).isPresent()) {
            throw new IllegalArgumentException("step " + level + " of " + chain + " reminds every " + remindEvery);
        }
    }

    /** How long behind an alarm of a level it is taken. */
    Duration after(AlarmLevel alarm) {
        return atOnceFrom.filter(from -> alarm.compareTo(from) >= 0).isPresent() ? Duration.ZERO : after;
    }
}
