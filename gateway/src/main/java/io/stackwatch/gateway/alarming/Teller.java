package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.notice.AlarmPlace;
import io.stackwatch.core.notice.DutyRole;
import io.stackwatch.core.notice.EscalationStep;
import io.stackwatch.core.notice.EscalationTimer;
import io.stackwatch.core.notice.GroupRule;
import io.stackwatch.core.notice.Notice;
import io.stackwatch.core.notice.NoticeId;
import io.stackwatch.core.notice.NoticeSubject;
import io.stackwatch.core.notice.NotifyDecision.Occasion;
import io.stackwatch.core.notice.NotifyDecision.Silence;
import io.stackwatch.core.notice.QuietRule;
import io.stackwatch.core.notice.Recipient;
import io.stackwatch.core.notice.RecipientId;
import io.stackwatch.core.notice.Roster;
import io.stackwatch.core.notice.Telling;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.gateway.records.NoticeRecords;
import io.stackwatch.gateway.records.RosterRecords;
import io.stackwatch.gateway.records.TellingRecords;
import io.stackwatch.gateway.records.TellingRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Tells people of alarms, by who is on duty now, in one transaction: a notice into the outbox, or the reason why not. Lives for one transaction. */
final class Teller {

    private final Handle handle;
    private final AlarmingTables tables;
    private final AlarmWords words;
    private final AlarmPlaces places;
    private final Roster roster;
    private final List<QuietRule> quiet;
    private final Instant now;

    Teller(Handle handle, AlarmingTables tables, AlarmWords words, Registry registry, Instant now) {
        this.handle = handle;
        this.tables = tables;
        this.words = words;
        this.places = new AlarmPlaces(registry);
        this.roster = new Roster(RosterRecords.shifts(handle, now));
        this.quiet = RosterRecords.quiet(handle, now);
        this.now = now;
    }

    /** The group of an alarm. */
    String group(Alarm alarm) {
        return GroupRule.of(tables.groups(), alarm.key().type()).key(alarm, places.of(alarm));
    }

    /**
     * Tells everybody of a step.
     *
     * @param others other alarms of its group that are due in the same step
     * @return when it is to be asked again for those who are left in peace
     */
    Optional<Instant> step(Alarm alarm, EscalationTimer timer, EscalationStep step, int others) {
        AlarmPlace place = places.of(alarm);
        Occasion occasion =
                timer.round() > 0 ? Occasion.REMINDER : step.level() == 0 ? Occasion.NEW_ALARM : Occasion.ESCALATED;
        String when =
                "L" + step.level() + "/" + timer.round() + "/" + timer.began().toEpochMilli();
        Optional<Instant> again = Optional.empty();
        for (DutyRole role : step.roles()) {
            List<RecipientId> people = roster.onDuty(role, place, now);
            if (people.isEmpty()) {
                Told told = new Told(alarm, step.level(), timer.round(), occasion, when, role, Optional.empty());
                keep(told, Telling.decide(facts(told, Optional.empty(), "")), Optional.of(step), others);
            }
            for (RecipientId person : people) {
                Told told = new Told(alarm, step.level(), timer.round(), occasion, when, role, Optional.of(person));
                if (!NoticeRecords.has(handle, told.id().orElseThrow())) {
                    Telling telling =
                            Telling.decide(facts(told, RosterRecords.recipient(handle, person), group(alarm)));
                    keep(told, telling, Optional.of(step), others);
                    again = earlier(again, telling.match(tell -> Optional.empty(), Telling.Not::again));
                }
            }
        }
        return again;
    }

    /** Tells those who know of an alarm that it has ended. */
    void ended(Alarm alarm, long event) {
        Map<RecipientId, DutyRole> know = new LinkedHashMap<>();
        TellingRecords.of(handle, alarm.id()).stream()
                .filter(row -> row.notice().isPresent())
                .forEach(row -> row.person().ifPresent(person -> know.putIfAbsent(person, row.role())));
        know.forEach((person, role) -> outside(alarm, Occasion.ENDED, "ended/" + event, role, person));
    }

    /** Tells somebody that an alarm is theirs now. */
    void assigned(Alarm alarm, long event) {
        alarm.assignment().ifPresent(mine -> {
            RecipientId person = new RecipientId(new PersonId(mine.to()).value());
            outside(alarm, Occasion.ASSIGNED, "assigned/" + event, DutyRole.ASSIGNEE, person);
        });
    }

    private void outside(Alarm alarm, Occasion occasion, String when, DutyRole role, RecipientId person) {
        Told told = new Told(alarm, TellingRow.NO_STEP, 0, occasion, when, role, Optional.of(person));
        if (NoticeRecords.has(handle, told.id().orElseThrow())) {
            return;
        }
        Optional<Recipient> recipient = RosterRecords.recipient(handle, person);
        Optional<Instant> peace = occasion == Occasion.ENDED ? quietUntil(role, alarm) : Optional.empty();
        Telling telling = recipient.isEmpty()
                ? new Telling.Not(Silence.NO_ADDRESS, Optional.empty())
                : peace.isPresent()
                        ? new Telling.Not(Silence.QUIET, Optional.empty())
                        : new Telling.Tell(recipient.get());
        keep(told, telling, Optional.empty(), 0);
    }

    /** What is told to one person. */
    private record Told(
            Alarm alarm,
            int level,
            int round,
            Occasion occasion,
            String when,
            DutyRole role,
            Optional<RecipientId> person) {

        NoticeSubject subject() {
            return new NoticeSubject.OfAlarm(alarm.id());
        }

        Optional<NoticeId> id() {
            return person.map(one -> NoticeId.of(subject(), when, one));
        }
    }

    private Telling.Facts facts(Told told, Optional<Recipient> recipient, String group) {
        return new Telling.Facts(
                told.alarm(),
                tables.escalation().stop(told.alarm()),
                recipient,
                told.person().isPresent(),
                quietUntil(told.role(), told.alarm()),
                told.person().flatMap(person -> NoticeRecords.gravest(handle, group, told.level(), person)),
                told.round() == 0);
    }

    private Optional<Instant> quietUntil(DutyRole role, Alarm alarm) {
        return quiet.stream()
                .flatMap(rule -> rule.quietUntil(role, alarm.level(), now).stream())
                .max(Instant::compareTo);
    }

    private void keep(Told told, Telling telling, Optional<EscalationStep> step, int others) {
        Optional<NoticeId> notice = telling.match(
                tell -> Optional.of(queue(told, tell.recipient(), step, others)), not -> Optional.empty());
        TellingRecords.add(
                handle,
                new TellingRow(
                        told.alarm().id(),
                        now,
                        told.level(),
                        told.round(),
                        told.occasion(),
                        told.role(),
                        told.person(),
                        telling.match(tell -> Optional.empty(), not -> Optional.of(not.why())),
                        telling.match(tell -> Optional.empty(), Telling.Not::again),
                        notice));
    }

    private NoticeId queue(Told told, Recipient recipient, Optional<EscalationStep> step, int others) {
        Alarm alarm = told.alarm();
        NoticeId id = told.id().orElseThrow();
        NoticeRecords.add(
                handle,
                new Notice(
                        id,
                        told.subject(),
                        alarm.level(),
                        recipient,
                        words.text(alarm, places.name(alarm), told.occasion(), step, others),
                        now),
                AlarmWords.key(told.occasion(), step),
                told.occasion() + " " + told.role() + " " + told.when(),
                told.round() == 0 && step.isPresent() ? group(alarm) : "",
                told.level());
        return id;
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty() ? other : other.isEmpty() || one.get().isBefore(other.get()) ? one : other;
    }
}
