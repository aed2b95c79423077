package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.notice.DutyRole;
import io.stackwatch.core.notice.NoticeId;
import io.stackwatch.core.notice.NotifyDecision;
import io.stackwatch.core.notice.RecipientId;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether somebody was told of an alarm.
 *
 * @param alarm of which
 * @param at when it was decided
 * @param level the step of escalation, -1 outside of one
 * @param round 0 for the first time, 1 more for each reminder
 * @param occasion what it was about
 * @param role as what they were to be told
 * @param person who; empty if nobody is on duty
 * @param silence why they were not; empty if they were
 * @param againAt when it is asked again, if they were not and it is known
 * @param notice what they were told with; empty if they were not
 */
public record TellingRow(
        AlarmId alarm,
        Instant at,
        int level,
        int round,
        NotifyDecision.Occasion occasion,
        DutyRole role,
        Optional<RecipientId> person,
        Optional<NotifyDecision.Silence> silence,
        Optional<Instant> againAt,
        Optional<NoticeId> notice) {

    /** The level of what is told outside of a chain. */
    public static final int NO_STEP = -1;

    public TellingRow {
        if (silence.isPresent() == notice.isPresent()) {
            throw new IllegalArgumentException("told with a notice, or not for a reason: " + notice + ", " + silence);
        }
    }
}
