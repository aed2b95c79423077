package io.stackwatch.gateway.app;

import io.stackwatch.gateway.averaging.AveragingCursor;
import io.stackwatch.gateway.averaging.AveragingRoute;
import io.stackwatch.gateway.averaging.Republication;
import io.stackwatch.gateway.intake.Intake;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.timetable.Timetable;
import io.stackwatch.gateway.timetable.TimetableOptions;
import java.time.Clock;
import org.apache.camel.CamelContext;

/** Makes hours of what OPC UA sources bring, on a timetable of its own: it waits for the journal, and nobody waits for it. */
final class MadeHours implements AutoCloseable {

    private final Timetable timetable;

    private MadeHours(Timetable timetable) {
        this.timetable = timetable;
    }

    /** Goes on where it was. */
    static MadeHours start(
            CamelContext camel,
            Journal journal,
            RecordStore store,
            RegisteredNodes nodes,
            JudgementRules rules,
            Intake intake,
            Clock clock)
            throws Exception {
        AveragingCursor cursor = new AveragingCursor(
                store,
                nodes,
                nodes.registry()::snapshot,
                rules.parameters(),
                rules.flags(),
                new Republication(intake, clock));
        journal.cursor(AveragingCursor.NAME, Journal.StartAt.TAIL)
                .rewindTo(cursor.place().position());
        camel.addRoutes(new AveragingRoute(cursor, "journal:" + AveragingCursor.NAME + "?advance=false&batch=1000"));
        return new MadeHours(Timetable.start(
                "averaging", now -> cursor.fire(now, journal::head), clock, TimetableOptions.defaults()));
    }

    @Override
    public void close() {
        timetable.close();
    }
}
