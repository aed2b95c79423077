package io.stackwatch.gateway.app;

import io.stackwatch.connectors.hj212.server.Downlink;
import io.stackwatch.connectors.hj212.server.Link;
import io.stackwatch.core.quality.QaRule;
import io.stackwatch.gateway.counting.Circumstances;
import io.stackwatch.gateway.counting.CountView;
import io.stackwatch.gateway.counting.CountedMonths;
import io.stackwatch.gateway.counting.CountingDesk;
import io.stackwatch.gateway.counting.CountingOptions;
import io.stackwatch.gateway.counting.DaysWaiting;
import io.stackwatch.gateway.counting.LinkWatch;
import io.stackwatch.gateway.counting.LossesOfControl;
import io.stackwatch.gateway.counting.RateAlarms;
import io.stackwatch.gateway.counting.StoredCircumstances;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.LiveRegistry;
import io.stackwatch.gateway.timetable.Timetable;
import io.stackwatch.gateway.timetable.TimetableOptions;
import java.time.Clock;
import java.time.Duration;

/** Counts what changed, on a timetable of its own: nobody waits for it. */
final class Counting implements AutoCloseable {

    private static final Duration RATES_EVERY = Duration.ofMinutes(5);

    private final CountView view;
    private final CountingDesk desk;
    private final Timetable timetable;
    private final Clock clock;

    private Counting(CountView view, CountingDesk desk, Timetable timetable, Clock clock) {
        this.view = view;
        this.desk = desk;
        this.timetable = timetable;
        this.clock = clock;
    }

    /** Goes on from the rows. */
    static Counting start(
            RecordStore store,
            LiveRegistry registry,
            JudgementRules rules,
            Downlink links,
            EventSignal signal,
            Clock clock) {
        Circumstances known = circumstances(rules);
        CountingDesk desk = new CountingDesk(
                store,
                registry::snapshot,
                rules.parameters(),
                rules.flags(),
                known,
                new RateAlarms(store, registry::snapshot, rules.parameters(), signal, RATES_EVERY),
                CountingOptions.defaults());
        LinkWatch watch =
                new LinkWatch(store, registry::snapshot, mn -> links.link(mn).map(Link::since));
        return new Counting(
                view(store, registry, rules),
                desk,
                Timetable.start(
                        "counting",
                        now -> {
                            watch.fire(now);
                            desk.fire(now);
                        },
                        clock,
                        TimetableOptions.defaults()),
                clock);
    }

    /** What can be asked of a store, also of one on which no gateway runs. */
    static CountView view(RecordStore store, LiveRegistry registry, JudgementRules rules) {
        return new CountedMonths(store, registry::snapshot, rules.parameters(), rules.flags(), circumstances(rules));
    }

    static Circumstances circumstances(JudgementRules rules) {
        return new StoredCircumstances(
                rules.marks().kinds(), new LossesOfControl(QaRule.load(), rules.parameters()), rules.parameters());
    }

    /** What can be asked. */
    CountView view() {
        return view;
    }

    /** What waits to be counted. */
    DaysWaiting waiting() {
        return desk.waiting();
    }

    /** How long the count has not been complete; zero if it is. */
    Duration behind() {
        return desk.waiting().age(clock.instant());
    }

    /** Looks that failed since the last good one. */
    long failedInARow() {
        return timetable.failedInARow();
    }

    @Override
    public void close() {
        timetable.close();
    }
}
