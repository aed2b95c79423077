package io.stackwatch.gateway.audit;

import io.stackwatch.core.supervision.MonthCalendar;
import io.stackwatch.core.supervision.MonthClosing;
import io.stackwatch.core.supervision.MonthDecision.Refused;
import io.stackwatch.core.supervision.MonthDecision.Taken;
import io.stackwatch.core.supervision.MonthEvent;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.MonthRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.timetable.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves months on. Woken, it takes every step that the calendar has brought since, of every month since the first, each once; so a
 * restart and a wake-up that did not come are made up for. A late step counts with what was known when it was due.
 *
 * <p>Woken by one thread; {@link #recompute} may be called by others at the same time.
 */
public final class Clerk implements WakeUp {

    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);

    /** How long it rests at most, so that a month that an import brings is seen. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);

    private static final Duration REST_WITHOUT_MONTHS = Duration.ofMinutes(1);

    private static final Duration REST_WHILE_WAITING = Duration.ofMinutes(1);

    private final RecordStore store;
    private final MonthSource source;
    private final MonthCalendar calendar;
    private final VersionMaker versions;
    private final Set<YearMonth> frozen = new HashSet<>();
    private Instant restUntil = Instant.MIN;

    /**
     * @param program which version of the program counts; kept with every version
     */
    public Clerk(RecordStore store, MonthSource source, MonthCalendar calendar, String program) {
        this.store = store;
        this.source = source;
        this.calendar = calendar;
        this.versions = new VersionMaker(store, source, calendar, program);
    }

    @Override
    public void fire(Instant now) {
        if (now.isBefore(restUntil)) {
            return;
        }
        Optional<YearMonth> first = first();
        if (first.isEmpty()) {
            restUntil = now.plus(REST_WITHOUT_MONTHS);
            return;
        }
        Instant rest = now.plus(LONGEST_REST);
        List<Exception> failed = new ArrayList<>();
        for (YearMonth month = first.get(); !month.isAfter(MonthCalendar.monthOf(now)); month = month.plusMonths(1)) {
            try {
                rest = earlier(rest, bring(month, now));
            } catch (RuntimeException broken) {
                // one month must not keep the others from being closed; this one is still due and is tried again
                failed.add(new IllegalStateException(month + " cannot be closed: " + broken.getMessage(), broken));
            }
        }
        if (!failed.isEmpty()) {
            IllegalStateException all = new IllegalStateException(failed.get(0).getMessage(), failed.get(0));
            failed.stream().skip(1).forEach(all::addSuppressed);
            throw all;
        }
        restUntil = rest;
    }

    private Optional<YearMonth> first() {
        List<YearMonth> known = store.read(MonthRecords::months);
        Optional<YearMonth> kept = known.isEmpty() ? Optional.empty() : Optional.of(known.get(known.size() - 1));
        return kept.isPresent() ? kept : source.first();
    }

    /** Brings a month as far as the calendar has come; says when its next step is due. */
    private Instant bring(YearMonth month, Instant now) {
        if (frozen.contains(month)) {
            return Instant.MAX;
        }
        while (true) {
            MonthClosing closing = versions.closing(month);
            Optional<MonthEvent> next = closing.next(calendar, now);
            if (next.isEmpty()) {
                Optional<Instant> due = closing.due(calendar);
                if (due.isEmpty()) {
                    frozen.add(month);
                }
                return due.orElse(Instant.MAX);
            }
            Instant cutoff = closing.due(calendar).orElseThrow();
            Optional<String> waits = next.get().kind().counts() ? source.waitsFor(month, cutoff) : Optional.empty();
            if (waits.isPresent()) {
                LOG.info("month={} step={} waits={}", month, next.get().kind(), waits.get());
                return now.plus(REST_WHILE_WAITING);
            }
            if (versions.take(closing, next.get(), cutoff)) {
                LOG.info("month={} step={} version={}", month, next.get().kind(), text(next.get()));
            }
        }
    }

    private static String text(MonthEvent event) {
        return event.version().map(String::valueOf).orElse("-");
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * Counts a frozen month again, with what is known now, because an officer wants it; the versions before stay as they are.
     *
     * @return the number of the new version, or why there is none
     */
    public Recomputation recompute(YearMonth month, Act act) {
        MonthClosing closing = versions.closing(month);
        MonthEvent event = closing.recomputation(act.at(), act.by(), act.reason());
        Optional<String> behind = source.behind();
        // the store keeps milliseconds, and the digest is of what is stored
        Instant cutoff = act.at().truncatedTo(ChronoUnit.MILLIS);
        return closing.decide(event, calendar)
                .match(
                        (Taken taken) -> behind.<Recomputation>map(Recomputation.Behind::new)
                                .orElseGet(() -> versions.take(closing, event, cutoff)
                                        ? new Recomputation.Made(taken.after().versions())
                                        : new Recomputation.Overtaken()),
                        (Refused refused) -> new Recomputation.NotMade(refused));
    }
}
