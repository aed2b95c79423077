package io.stackwatch.gateway.judgement;

import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.deadline.Deadline;
import io.stackwatch.core.deadline.DeadlineSubject;
import io.stackwatch.core.marking.FiledVersion;
import io.stackwatch.core.marking.MarkAct;
import io.stackwatch.core.marking.MarkFiling;
import io.stackwatch.core.marking.MarkId;
import io.stackwatch.core.marking.MarkVersion;
import io.stackwatch.core.marking.StopFigure;
import io.stackwatch.core.marking.StopFinding;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.gateway.records.ActTable;
import io.stackwatch.gateway.records.DeadlineRecords;
import io.stackwatch.gateway.records.MarkFindingRecords;
import io.stackwatch.gateway.records.MarkRecords;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.trail.ToldActs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stops against figures: those that waited for their data, and data that come under a stop that counts. */
final class StopDesk {

    private final Workbench bench;
    private final JudgementRules rules;
    private final StopFigures figures;
    private final Episodes episodes;
    private final DeadlineRecords deadlines;

    StopDesk(
            Workbench bench,
            RegistrySnapshot registry,
            JudgementRules rules,
            Episodes episodes,
            DeadlineRecords deadlines) {
        this.bench = bench;
        this.rules = rules;
        this.figures = new StopFigures(rules.marks().stops().bounds(), rules.flags(), () -> registry);
        this.episodes = episodes;
        this.deadlines = deadlines;
    }

    /** A report says something new about its hour. */
    void reported(HourReport report, Instant knownAt) {
        Optional<StopFigure> figure = figures.of(report);
        if (figure.isEmpty()) {
            return;
        }
        Optional<MarkVersion> stop =
                bench.marks().of(report.hour(), true, rules.marks(), knownAt).wholeStop(report.hour());
        Optional<String> contradiction = stop.flatMap(mark -> contradiction(figure.get(), mark, knownAt));
        episodes.underStop(report.hour(), contradiction, knownAt, List.of(report.evidence()));
    }

    private Optional<String> contradiction(StopFigure figure, MarkVersion stop, Instant knownAt) {
        StopFinding finding = rules.marks().stops().check(figure.hour().window(), List.of(figure), Instant.MAX);
        return finding.match(
                consistent -> Optional.empty(),
                contradicted -> {
                    String against = contradicted.figures().get(0).toString();
                    MarkFindingRecords.add(
                            bench.handle(),
                            AlarmType.STOP_WITH_EMISSION,
                            stop,
                            figure.hour().outlet(),
                            Optional.of(figure.hour()),
                            knownAt,
                            against);
                    return Optional.of(against);
                },
                not -> Optional.empty());
    }

    /** The hours of a stop are over; answers what came of holding it against them. */
    String check(DeadlineSubject.OutletSpan subject, Instant at) {
        bench.flush();
        int slash = subject.cause().lastIndexOf('/');
        MarkId mark = new MarkId(subject.cause().substring(0, slash));
        int version = Integer.parseInt(subject.cause().substring(slash + 1));
        Optional<FiledVersion> waiting = MarkRecords.find(bench.handle(), mark).flatMap(file -> file.version(version));
        StopFinding finding = rules.marks()
                .stops()
                .check(subject.span(), figures.of(bench.handle(), subject.outlet(), subject.span()), at);
        Optional<MarkAct> act = waiting.flatMap(filed -> MarkFiling.checked(filed, finding, at));
        if (act.isEmpty()) {
            return waiting.map(filed -> filed.state().name()).orElse("NO_SUCH_MARK");
        }
        long number = MarkRecords.add(bench.handle(), act.get());
        ToldActs.tell(bench.handle(), ActTable.MARK, number);
        bench.marks().forget();
        deadlines.schedule(Deadline.marksChanged(subject.outlet(), subject.span(), "act " + number, at));
        return act.get().event().name();
    }
}
