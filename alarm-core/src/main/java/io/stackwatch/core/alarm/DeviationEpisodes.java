package io.stackwatch.core.alarm;

import io.stackwatch.core.alarm.EpisodeDecision.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns hours in which two accounts deviate into alarms of one type: one for a run of such hours, ended by the next hour that
 * agrees. An hour that cannot be compared means nothing. Pure; safe to share.
 *
 * <p>MADE_DEV: a logger's report and what we made of the instruments' own values. ZS_DEV: its conversion and ours.
 * STOP_WITH_EMISSION: a stop that counts and the figures that came under it.
 */
public final class DeviationEpisodes {

    private static final Duration HOUR = Duration.ofHours(1);

    private final AlarmType type;
    private final AlarmLevel level;
    private final AlarmReason apart;
    private final AlarmReason together;

    private DeviationEpisodes(AlarmType type, AlarmLevel level, AlarmReason apart, AlarmReason together) {
        this.type = type;
        this.level = level;
        this.apart = apart;
        this.together = together;
    }

    /**
     * Two figures of the same thing. Doubt about data is orange in the catalogue, like a changed parameter.
     *
     * @param type of which type the alarms are
     */
    public DeviationEpisodes(AlarmType type) {
        this(type, AlarmLevel.ORANGE, AlarmReason.DEVIATES, AlarmReason.AGREES);
    }

    /** Figures that came under a stop that counts; red in the catalogue. */
    public static DeviationEpisodes underStops() {
        return new DeviationEpisodes(
                AlarmType.STOP_WITH_EMISSION, AlarmLevel.RED, AlarmReason.EMISSION_UNDER_STOP, AlarmReason.NO_EMISSION);
    }

    /** Which kind of alarm it raises. */
    public AlarmType type() {
        return type;
    }

    /** An hour deviates. */
    public EpisodeDecision deviates(DeviationCase facts) {
        Instant hour = facts.hour().start();
        Optional<Alarm> inside =
                facts.alarms().stream().filter(alarm -> alarm.spans(hour)).findFirst();
        if (inside.isPresent()) {
            return again(inside.get(), facts);
        }
        Optional<Alarm> before = facts.alarms().stream()
                .filter(alarm -> alarm.active() && alarm.lastHour().isBefore(hour))
                .findFirst();
        if (before.isPresent()) {
            return continued(draft(before.get(), facts)
                    .spans(AlarmEventKind.CONTINUED, apart, before.get().firstHour(), hour));
        }
        Optional<Alarm> behind = facts.alarms().stream()
                .filter(alarm -> alarm.firstHour().minus(HOUR).equals(hour))
                .findFirst();
        if (behind.isPresent()) {
            return continued(draft(behind.get(), facts)
                    .spans(AlarmEventKind.GREW_BACK, apart, hour, behind.get().lastHour()));
        }
        AlarmDraft raised = AlarmDraft.raise(
                new AlarmKey(facts.hour().outlet(), facts.hour().factor(), type, hour),
                level,
                apart,
                facts.knownAt(),
                facts.evidence(),
                facts.numbers());
        if (facts.agreesLater()) {
            raised.happened(AlarmEventKind.CLEARED, together);
        }
        return new EpisodeDecision(Kind.STARTED, raised.change().stream().toList());
    }

    /** An hour agrees. */
    public EpisodeDecision agrees(DeviationCase facts) {
        Instant hour = facts.hour().start();
        List<AlarmChange> changes = new ArrayList<>();
        for (Alarm alarm : facts.alarms()) {
            if (!alarm.active() || hour.isBefore(alarm.firstHour())) {
                continue;
            }
            boolean whole = alarm.firstHour().equals(hour) && alarm.lastHour().equals(hour);
            AlarmDraft draft = draft(alarm, facts);
            if (whole) {
                draft.happened(AlarmEventKind.CLEARED, AlarmReason.REVISED);
            } else if (hour.isAfter(alarm.lastHour())) {
                draft.happened(AlarmEventKind.CLEARED, together);
            } else {
                draft.happened(AlarmEventKind.HOUR_REVISED, together);
            }
            draft.change().ifPresent(changes::add);
        }
        boolean ended = changes.stream().anyMatch(change -> !change.alarm().active());
        return new EpisodeDecision(changes.isEmpty() ? Kind.NOTHING_NEW : ended ? Kind.ENDED : Kind.REVISED, changes);
    }

    /** An hour of a known run: it is news only if the run had been taken back. */
    private EpisodeDecision again(Alarm alarm, DeviationCase facts) {
        boolean takenBack = alarm.clearing()
                .filter(ended -> ended.reason() == AlarmReason.REVISED)
                .isPresent();
        if (!takenBack) {
            return new EpisodeDecision(Kind.NOTHING_NEW, List.of());
        }
        AlarmDraft draft = draft(alarm, facts).happened(AlarmEventKind.REOPENED, apart);
        if (facts.agreesLater()) {
            draft.happened(AlarmEventKind.CLEARED, together);
        }
        return new EpisodeDecision(Kind.REVISED, draft.change().stream().toList());
    }

    private static EpisodeDecision continued(AlarmDraft draft) {
        return new EpisodeDecision(Kind.CONTINUED, draft.change().stream().toList());
    }

    private static AlarmDraft draft(Alarm alarm, DeviationCase facts) {
        return AlarmDraft.of(alarm, facts.hour().start(), facts.knownAt(), facts.evidence(), facts.numbers());
    }
}
