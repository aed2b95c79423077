package io.stackwatch.core.alarm;

import io.stackwatch.core.alarm.EpisodeDecision.Kind;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.transmission.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns hours that were due and did not come into alarms of type DATA_MISS: one per continuous gap, graver as it grows,
 * cleared when data come. Pure; safe to share.
 */
public final class MissingDataEpisodes {

    private static final Duration HOUR = Duration.ofHours(1);

    private final RuleParameters parameters;

    public MissingDataEpisodes(RuleParameters parameters) {
        this.parameters = parameters;
    }

    /** A due hour was not received by its cut-off. */
    public EpisodeDecision missing(MissingDataCase facts) {
        Instant hour = facts.hour().start();
        List<Alarm> alarms =
                facts.alarms().stream().filter(alarm -> !alarm.joined()).toList();
        boolean gapClosed = facts.latestReceived().filter(hour::isBefore).isPresent();
        if (alarms.stream().anyMatch(alarm -> alarm.spans(hour))) {
            return new EpisodeDecision(Kind.NOTHING_NEW, List.of());
        }
        Optional<Alarm> before = alarms.stream()
                .filter(alarm -> alarm.lastHour().isBefore(hour))
                .filter(alarm -> alarm.active()
                        || (gapClosed && alarm.lastHour().plus(HOUR).equals(hour)))
                .max(Comparator.comparing(Alarm::lastHour));
        Optional<Alarm> behind = alarms.stream()
                .filter(alarm -> alarm.firstHour().minus(HOUR).equals(hour))
                .findFirst();
        if (before.isPresent() && behind.isPresent()) {
            return join(facts, before.get(), behind.get());
        }
        boolean continued = before.isPresent() || behind.isPresent();
        AlarmDraft draft = before.map(alarm -> draft(alarm, facts)
                        .spans(AlarmEventKind.CONTINUED, AlarmReason.DATA_MISSING, alarm.firstHour(), hour))
                .or(() -> behind.map(alarm -> draft(alarm, facts)
                        .spans(AlarmEventKind.GREW_BACK, AlarmReason.DATA_MISSING, hour, alarm.lastHour())))
                .orElseGet(() -> AlarmDraft.raise(
                        new AlarmKey(facts.hour().outlet(), facts.hour().factor(), AlarmType.DATA_MISSING, hour),
                        level(new Gap(facts.hour().outlet(), facts.hour().factor(), hour, hour)),
                        AlarmReason.DATA_MISSING,
                        facts.knownAt(),
                        facts.evidence()));
        draft.atLeast(level(gap(draft.alarm())), AlarmReason.DATA_MISSING);
        boolean received = facts.latestReceived()
                .filter(latest -> latest.isAfter(draft.alarm().lastHour()))
                .isPresent();
        if (received && draft.alarm().active()) {
            draft.happened(AlarmEventKind.CLEARED, AlarmReason.DATA_RECEIVED);
        }
        return new EpisodeDecision(
                continued ? Kind.CONTINUED : Kind.STARTED,
                draft.change().stream().toList());
    }

    /** An hour whose cut-off was looked at late closes the room between two gaps; whether it lasts, the later one knows. */
    private EpisodeDecision join(MissingDataCase facts, Alarm before, Alarm behind) {
        AlarmDraft earlier = draft(before, facts)
                .spans(AlarmEventKind.CONTINUED, AlarmReason.DATA_MISSING, before.firstHour(), behind.lastHour())
                .atLeast(behind.level(), AlarmReason.DATA_MISSING);
        earlier.atLeast(level(gap(earlier.alarm())), AlarmReason.DATA_MISSING);
        if (before.active() && !behind.active()) {
            earlier.happened(AlarmEventKind.CLEARED, AlarmReason.DATA_RECEIVED);
        } else if (!before.active() && behind.active()) {
            earlier.happened(AlarmEventKind.REOPENED, AlarmReason.DATA_MISSING);
        }
        AlarmDraft later = draft(behind, facts).joinedTo(before, AlarmReason.DATA_MISSING);
        return new EpisodeDecision(
                Kind.JOINED,
                Stream.of(earlier, later)
                        .flatMap(draft -> draft.change().stream())
                        .toList());
    }

    /** An hour came, in time, late or by back-fill. */
    public EpisodeDecision received(MissingDataCase facts) {
        return ended(facts, AlarmReason.DATA_RECEIVED);
    }

    /** An hour that was missing is not due any more. */
    public EpisodeDecision excused(MissingDataCase facts) {
        return ended(facts, AlarmReason.NOT_DUE);
    }

    private static EpisodeDecision ended(MissingDataCase facts, AlarmReason reason) {
        Instant hour = facts.hour().start();
        List<AlarmChange> changes = new ArrayList<>();
        for (Alarm alarm : facts.alarms()) {
            if (!alarm.active() || hour.isBefore(alarm.firstHour())) {
                continue;
            }
            AlarmDraft draft = draft(alarm, facts);
            draft.happened(
                    hour.isBefore(alarm.lastHour()) ? AlarmEventKind.HOUR_REVISED : AlarmEventKind.CLEARED, reason);
            draft.change().ifPresent(changes::add);
        }
        boolean ended = changes.stream().anyMatch(change -> !change.alarm().active());
        Kind kind = changes.isEmpty() ? Kind.NOTHING_NEW : ended ? Kind.ENDED : Kind.REVISED;
        return new EpisodeDecision(kind, changes);
    }

    private AlarmLevel level(Gap gap) {
        Duration missing = HOUR.multipliedBy(gap.hours());
        AlarmLevel level = AlarmLevel.BLUE;
        for (AlarmLevel candidate : AlarmLevel.values()) {
            String name = "missing.level." + candidate.name().toLowerCase(Locale.ROOT) + "-from";
            if (missing.compareTo(parameters.duration(name, gap.lastHour())) >= 0) {
                level = level.or(candidate);
            }
        }
        return level;
    }

    private static Gap gap(Alarm alarm) {
        return new Gap(alarm.key().outlet().orElseThrow(), alarm.key().factor(), alarm.firstHour(), alarm.lastHour());
    }

    private static AlarmDraft draft(Alarm alarm, MissingDataCase facts) {
        return AlarmDraft.of(alarm, facts.hour().start(), facts.knownAt(), facts.evidence());
    }
}
