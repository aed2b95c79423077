package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.DownlinkEvent;
import io.stackwatch.gateway.records.RelayAct;
import io.stackwatch.gateway.records.RelayFigures;
import io.stackwatch.gateway.records.RelayHour;
import io.stackwatch.gateway.records.RelayRefusal;
import io.stackwatch.gateway.records.RelayReport;
import io.stackwatch.gateway.relay.Reconciliation;
import io.stackwatch.gateway.relay.RelayFile;
import io.stackwatch.gateway.relay.RelayStatus;
import io.stackwatch.gateway.relay.target.RelayTarget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A relay as the interface shows it; no password of anybody. */
record RelayView(
        String name,
        String kind,
        String host,
        int port,
        Mode mode,
        RelayStatus.Condition condition,
        Instant since,
        boolean silent,
        long position,
        long lagRecords,
        long lagSeconds,
        long open,
        int underWay,
        RelayStatus.Counts counts,
        Optional<String> problem) {

    /** How frames are passed on. */
    enum Mode {
        TRANSPARENT,
        REWRITING
    }

    static RelayView of(RelayStatus status) {
        RelayTarget target = status.target();
        return new RelayView(
                target.name().value(),
                target.kind().name(),
                target.host(),
                target.port(),
                target.rewriting().isPresent() ? Mode.REWRITING : Mode.TRANSPARENT,
                status.condition(),
                status.since(),
                status.silent(),
                status.position(),
                status.lagRecords(),
                status.lag().toSeconds(),
                status.open(),
                status.underWay(),
                status.counts(),
                status.problem());
    }

    /** One relay with what happened lately. */
    record File(
            RelayView relay,
            long realtimeOpen,
            long backlogOpen,
            List<RelayRefusal> refusals,
            List<Act> acts,
            List<DownlinkEvent> downlinks) {

        static File of(RelayFile file) {
            return new File(
                    RelayView.of(file.status()),
                    file.realtimeOpen(),
                    file.backlogOpen(),
                    file.refusals(),
                    file.acts().stream().map(Act::of).toList(),
                    file.downlinks());
        }
    }

    /** Something that was ordered to be sent again. */
    record Act(
            long number,
            Instant at,
            String by,
            String reason,
            Instant from,
            Instant until,
            long entered,
            Optional<Instant> doneAt) {

        static Act of(RelayAct act) {
            return new Act(
                    act.number(),
                    act.at(),
                    act.actor(),
                    act.reason(),
                    act.from(),
                    act.until(),
                    act.entered(),
                    act.doneAt());
        }
    }

    /** Figures with what they leave open. */
    record Figures(
            long due,
            long again,
            long sent,
            long receipted,
            long written,
            long refused,
            long givenUp,
            long outstanding) {

        static Figures of(RelayFigures figures) {
            return new Figures(
                    figures.due(),
                    figures.again(),
                    figures.sent(),
                    figures.receipted(),
                    figures.written(),
                    figures.refused(),
                    figures.givenUp(),
                    figures.outstanding());
        }
    }

    /** A station and an hour. */
    record Hour(Mn station, Instant start, Figures figures, Optional<Long> reportedOutstanding) {

        static Hour of(RelayHour hour) {
            return new Hour(hour.station(), hour.start(), Figures.of(hour.figures()), hour.reportedOutstanding());
        }
    }

    /** A day as it stood in the night behind it. */
    record Report(Instant takenAt, Figures figures) {

        static Report of(RelayReport report) {
            return new Report(report.takenAt(), Figures.of(report.figures()));
        }
    }

    /** The reconciliation of a day, one page of its hours. */
    record Day(String day, Figures figures, Optional<Report> reported, List<Hour> items, Optional<String> next) {

        static Day of(Reconciliation found, Page<RelayHour> page) {
            return new Day(
                    found.day().toString(),
                    Figures.of(found.figures()),
                    found.reported().map(Report::of),
                    page.items().stream().map(Hour::of).toList(),
                    page.next());
        }
    }
}
