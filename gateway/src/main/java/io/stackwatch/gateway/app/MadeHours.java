package io.stackwatch.gateway.app;

import io.stackwatch.gateway.averaging.AveragingCursor;
import io.stackwatch.gateway.averaging.AveragingProgress;
import io.stackwatch.gateway.averaging.AveragingRoute;
import io.stackwatch.gateway.averaging.MinuteSweep;
import io.stackwatch.gateway.averaging.Republication;
import io.stackwatch.gateway.intake.Intake;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.timetable.Timetable;
import io.stackwatch.gateway.timetable.TimetableOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.CamelContext;

/** Makes hours of what OPC UA sources bring, on a timetable of its own: it waits for the journal, and nobody waits for it. */
final class MadeHours implements AutoCloseable {

    private final AveragingCursor cursor;
    private final MinuteSweep sweep;
    private final Timetable timetable;
    private final Journal journal;
    private final Clock clock;

    private MadeHours(AveragingCursor cursor, MinuteSweep sweep, Timetable timetable, Journal journal, Clock clock) {
        this.cursor = cursor;
        this.sweep = sweep;
        this.timetable = timetable;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Goes on where it was.
     *
     * @param keep how long minutes and samples are kept
     */
    static MadeHours start(
            CamelContext camel,
            Journal journal,
            RecordStore store,
            RegisteredNodes nodes,
            JudgementRules rules,
            Intake intake,
            Duration keep,
            Clock clock)
            throws Exception {
        AveragingCursor cursor = new AveragingCursor(
                store,
                nodes,
                nodes.registry()::snapshot,
                rules.parameters(),
                rules.flags(),
                new Republication(intake, clock));
        MinuteSweep sweep = new MinuteSweep(store, rules.parameters(), keep);
        journal.cursor(AveragingCursor.NAME, Journal.StartAt.TAIL)
                .rewindTo(cursor.place().position());
        camel.addRoutes(new AveragingRoute(cursor, "journal:" + AveragingCursor.NAME + "?advance=false&batch=1000"));
        Timetable timetable = Timetable.start(
                "averaging",
                now -> {
                    cursor.fire(now, journal::head);
                    sweep.fire(now);
                },
                clock,
                TimetableOptions.defaults());
        return new MadeHours(cursor, sweep, timetable, journal, clock);
    }

    /** How far it is, and what it has done since the start. */
    AveragingProgress progress() {
        return cursor.progress();
    }

    /** Journal records that it has not taken. */
    long behind() {
        return progress().behind(journal.head());
    }

    /** How old what it has taken is while records wait; empty if it has taken none. */
    Optional<Duration> age() {
        return progress().age(journal.head(), clock.instant());
    }

    /** What has been let go. */
    MinuteSweep sweep() {
        return sweep;
    }

    /** Wake-ups that failed since the last good one. */
    long failedInARow() {
        return timetable.failedInARow();
    }

    @Override
    public void close() {
        timetable.close();
    }
}
