package io.stackwatch.core.alarm;

import io.stackwatch.core.alarm.EpisodeDecision.Kind;
import io.stackwatch.core.exceedance.HourOutcome;
import io.stackwatch.core.exceedance.Outcome;
import io.stackwatch.core.exceedance.RuleParameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns the verdicts of an outlet and factor into alarms of type EX_H: one per continuous episode, whatever the order in
 * which hours arrive.
 *
 * <p>Hours that exceed belong to the same episode while no judged hour between them is within; an hour that was not judged
 * neither ends an episode nor makes it longer (absence is not "within"). Nothing is deleted: an episode whose only hour is
 * revised away is cleared with that reason. Pure; safe to share.
 */
public final class ExceedanceEpisodes {

    private final RuleParameters parameters;

    public ExceedanceEpisodes(RuleParameters parameters) {
        this.parameters = parameters;
    }

    /** What an hour's new verdict does to the alarms around it. */
    public EpisodeDecision decide(EpisodeCase facts) {
        JudgedHours judged = new JudgedHours(facts);
        List<Alarm> alarms = facts.alarms().stream()
                .filter(alarm -> !alarm.joined())
                .sorted(Comparator.comparing(Alarm::firstHour))
                .toList();
        EpisodeDecision own =
                switch (facts.now().outcome()) {
                    case EXCEEDS -> exceeds(facts, judged, alarms);
                    case WITHIN -> within(facts, judged, alarms);
                    case NOT_JUDGED -> notJudged(facts, judged, alarms);
                };
        return withEarlier(own, facts, judged, alarms);
    }

    /** The hour may have been, or be now, what ended an alarm before it, also where another alarm stands between. */
    private EpisodeDecision withEarlier(
            EpisodeDecision own, EpisodeCase facts, JudgedHours judged, List<Alarm> alarms) {
        Set<AlarmId> decided =
                own.changes().stream().map(change -> change.alarm().id()).collect(Collectors.toSet());
        List<AlarmChange> earlier = alarms.stream()
                .filter(alarm -> alarm.lastHour().isBefore(facts.hour().start()) && !decided.contains(alarm.id()))
                .flatMap(alarm -> settle(draft(alarm, facts), judged, AlarmReason.END_WITHDRAWN).change().stream())
                .toList();
        if (earlier.isEmpty()) {
            return own;
        }
        boolean ended = earlier.stream().noneMatch(change -> change.alarm().active());
        Kind kind = own.kind() != Kind.NOTHING_NEW ? own.kind() : ended ? Kind.ENDED : Kind.REVISED;
        return new EpisodeDecision(
                kind, Stream.concat(own.changes().stream(), earlier.stream()).toList());
    }

    private EpisodeDecision exceeds(EpisodeCase facts, JudgedHours judged, List<Alarm> alarms) {
        Instant hour = facts.hour().start();
        Optional<Alarm> around = last(alarms, alarm -> alarm.spans(hour));
        if (around.isPresent()) {
            return inside(facts, judged, around.get());
        }
        Optional<Alarm> before = last(alarms, alarm -> alarm.lastHour().isBefore(hour))
                .filter(alarm -> !judged.anyWithin(alarm.lastHour(), hour));
        Optional<Alarm> behind = first(alarms, alarm -> alarm.firstHour().isAfter(hour))
                .filter(alarm -> !judged.anyWithin(hour, alarm.firstHour()));
        if (before.isPresent() && behind.isPresent()) {
            return join(facts, judged, before.get(), behind.get());
        }
        if (before.isPresent()) {
            AlarmDraft draft = draft(before.get(), facts)
                    .spans(
                            AlarmEventKind.CONTINUED,
                            AlarmReason.EXCEEDS,
                            before.get().firstHour(),
                            hour);
            return decision(Kind.CONTINUED, settle(draft, judged, AlarmReason.EXCEEDS));
        }
        if (behind.isPresent()) {
            AlarmDraft draft = draft(behind.get(), facts)
                    .spans(
                            AlarmEventKind.GREW_BACK,
                            AlarmReason.EXCEEDS,
                            hour,
                            behind.get().lastHour());
            return decision(Kind.CONTINUED, settle(draft, judged, AlarmReason.EXCEEDS));
        }
        return start(facts, judged);
    }

    /** The key may be taken by an alarm that was joined to an earlier one, which has lost the hour since: it lives again. */
    private EpisodeDecision start(EpisodeCase facts, JudgedHours judged) {
        Instant hour = facts.hour().start();
        AlarmKey key = new AlarmKey(facts.hour().outlet(), facts.hour().factor(), AlarmType.HOUR_EXCEEDANCE, hour);
        Optional<Alarm> taken =
                facts.alarms().stream().filter(alarm -> alarm.key().equals(key)).findFirst();
        if (taken.isPresent()) {
            AlarmDraft draft =
                    draft(taken.get(), facts).spans(AlarmEventKind.REOPENED, AlarmReason.EXCEEDS, hour, hour);
            return decision(Kind.STARTED, settle(draft, judged, AlarmReason.EXCEEDS));
        }
        AlarmLevel level = ExceedanceLevel.of(judged.exceeding(hour, hour), parameters, hour);
        AlarmDraft draft = AlarmDraft.raise(key, level, AlarmReason.EXCEEDS, facts.knownAt(), facts.evidence());
        return decision(Kind.STARTED, settle(draft, judged, AlarmReason.EXCEEDS));
    }

    private EpisodeDecision inside(EpisodeCase facts, JudgedHours judged, Alarm alarm) {
        if (facts.before().filter(facts.now()::equals).isPresent()) {
            return decision(Kind.NOTHING_NEW, draft(alarm, facts));
        }
        boolean exceededBefore =
                facts.before().filter(b -> b.outcome() == Outcome.EXCEEDS).isPresent();
        AlarmDraft draft = draft(alarm, facts)
                .happened(exceededBefore ? AlarmEventKind.HOUR_REVISED : AlarmEventKind.CONTINUED, AlarmReason.EXCEEDS);
        return decision(exceededBefore ? Kind.REVISED : Kind.CONTINUED, settle(draft, judged, AlarmReason.EXCEEDS));
    }

    private EpisodeDecision join(EpisodeCase facts, JudgedHours judged, Alarm before, Alarm behind) {
        AlarmDraft earlier = draft(before, facts)
                .spans(AlarmEventKind.CONTINUED, AlarmReason.EXCEEDS, before.firstHour(), behind.lastHour())
                .atLeast(behind.level(), AlarmReason.EXCEEDS);
        AlarmDraft later = draft(behind, facts).joinedTo(before, AlarmReason.EXCEEDS);
        return decision(Kind.JOINED, settle(earlier, judged, AlarmReason.EXCEEDS), later);
    }

    private EpisodeDecision within(EpisodeCase facts, JudgedHours judged, List<Alarm> alarms) {
        Instant hour = facts.hour().start();
        Optional<Alarm> around = last(alarms, alarm -> alarm.spans(hour));
        if (around.isPresent()) {
            if (facts.before().filter(b -> b.outcome() == Outcome.WITHIN).isPresent()) {
                return decision(Kind.NOTHING_NEW, draft(around.get(), facts));
            }
            AlarmDraft draft = draft(around.get(), facts).happened(AlarmEventKind.HOUR_REVISED, AlarmReason.WITHIN);
            return decision(Kind.REVISED, settle(draft, judged, AlarmReason.WITHIN));
        }
        return decision(Kind.NOTHING_NEW);
    }

    private EpisodeDecision notJudged(EpisodeCase facts, JudgedHours judged, List<Alarm> alarms) {
        Instant hour = facts.hour().start();
        Optional<Outcome> before = facts.before().map(HourOutcome::outcome);
        Optional<Alarm> around = last(alarms, alarm -> alarm.spans(hour));
        if (around.isPresent()) {
            AlarmDraft draft = draft(around.get(), facts);
            if (before.filter(b -> b != Outcome.NOT_JUDGED).isPresent()) {
                draft.happened(AlarmEventKind.HOUR_REVISED, AlarmReason.NOT_JUDGED);
            }
            return decision(Kind.REVISED, settle(draft, judged, AlarmReason.NOT_JUDGED));
        }
        return decision(Kind.NOTHING_NEW);
    }

    /** Brings span, level and activity in line with the judged hours; what is not known is left as it was. */
    private AlarmDraft settle(AlarmDraft draft, JudgedHours judged, AlarmReason reason) {
        List<HourOutcome> exceeding = List.copyOf(
                judged.exceeding(draft.alarm().firstHour(), draft.alarm().lastHour()));
        if (exceeding.isEmpty()) {
            return withoutCause(draft, judged);
        }
        trim(draft, judged, exceeding);
        draft.atLeast(ExceedanceLevel.of(exceeding, parameters, draft.alarm().lastHour()), AlarmReason.EXCEEDS);
        Optional<HourOutcome> next =
                judged.firstBehind(exceeding.get(exceeding.size() - 1).hour());
        boolean over = next.filter(n -> n.outcome() == Outcome.WITHIN).isPresent();
        if (over && draft.alarm().active()) {
            draft.happened(AlarmEventKind.CLEARED, AlarmReason.WITHIN);
        } else if (next.isEmpty() && !draft.alarm().active()) {
            draft.happened(AlarmEventKind.REOPENED, reason);
        }
        return draft;
    }

    /** No hour of the span exceeds any more: a judged hour ends it, in the span or behind it; nothing makes it live again. */
    private static AlarmDraft withoutCause(AlarmDraft draft, JudgedHours judged) {
        Alarm alarm = draft.alarm();
        if (!alarm.active()) {
            return draft;
        }
        if (judged.anyWithin(alarm.firstHour(), alarm.lastHour())) {
            return draft.happened(AlarmEventKind.CLEARED, AlarmReason.REVISED);
        }
        boolean over = judged.firstBehind(alarm.lastHour())
                .filter(next -> next.outcome() == Outcome.WITHIN)
                .isPresent();
        return over ? draft.happened(AlarmEventKind.CLEARED, AlarmReason.WITHIN) : draft;
    }

    /** Edges that are within by now fall away, but never the hour of the key: it stays the alarm's own for good. */
    private static void trim(AlarmDraft draft, JudgedHours judged, List<HourOutcome> exceeding) {
        Alarm alarm = draft.alarm();
        Instant key = alarm.key().firstHour();
        Instant first =
                judged.within(alarm.firstHour()) ? earlier(key, exceeding.get(0).hour()) : alarm.firstHour();
        Instant last = judged.within(alarm.lastHour())
                ? later(key, exceeding.get(exceeding.size() - 1).hour())
                : alarm.lastHour();
        if (!first.equals(alarm.firstHour()) || !last.equals(alarm.lastHour())) {
            draft.spans(AlarmEventKind.HOUR_REVISED, AlarmReason.REVISED, first, last);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static AlarmDraft draft(Alarm alarm, EpisodeCase facts) {
        return AlarmDraft.of(alarm, facts.hour().start(), facts.knownAt(), facts.evidence());
    }

    private static EpisodeDecision decision(Kind kind, AlarmDraft... drafts) {
        List<AlarmChange> changes = new ArrayList<>();
        for (AlarmDraft draft : drafts) {
            draft.change().ifPresent(changes::add);
        }
        return new EpisodeDecision(changes.isEmpty() ? Kind.NOTHING_NEW : kind, changes);
    }

    private static Optional<Alarm> last(List<Alarm> sorted, Predicate<Alarm> wanted) {
        return sorted.stream().filter(wanted).reduce((a, b) -> b);
    }

    private static Optional<Alarm> first(List<Alarm> sorted, Predicate<Alarm> wanted) {
        return sorted.stream().filter(wanted).findFirst();
    }
}
