package io.stackwatch.gateway.judgement;

import io.stackwatch.core.deadline.Deadline;
import io.stackwatch.core.deadline.DeadlineSubject;
import io.stackwatch.core.deadline.MarkingWindow;
import io.stackwatch.core.enforcement.CandidateCase;
import io.stackwatch.core.enforcement.CaseEvent;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.enforcement.CaseOpening;
import io.stackwatch.core.enforcement.CaseQuestion;
import io.stackwatch.core.exceedance.Comparison;
import io.stackwatch.core.exceedance.JudgedHour;
import io.stackwatch.core.exceedance.Outcome;
import io.stackwatch.core.exceedance.Verdict;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.gateway.records.CaseRecords;
import io.stackwatch.gateway.records.CaseRow;
import io.stackwatch.gateway.records.DeadlineRecords;
import io.stackwatch.gateway.records.VerdictRecords;
import io.stackwatch.gateway.records.VerdictRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From exceeding hours of a legal day to a candidate case when the day's marking window has closed, and to events of that
 * case when an hour is revised later.
 */
final class CaseDesk {

    private final Workbench bench;
    private final RegistrySnapshot registry;
    private final JudgementRules rules;
    private final DeadlineRecords deadlines;

    CaseDesk(Workbench bench, RegistrySnapshot registry, JudgementRules rules, DeadlineRecords deadlines) {
        this.bench = bench;
        this.registry = registry;
        this.rules = rules;
        this.deadlines = deadlines;
    }

    /** An hour has a new verdict. */
    void judged(JudgedHour now, Optional<VerdictRow> before) {
        boolean exceeds = now.verdict().outcome() == Outcome.EXCEEDS;
        boolean exceeded =
                before.filter(row -> row.outcome() == Outcome.EXCEEDS).isPresent();
        if (!exceeds && !exceeded) {
            return;
        }
        FactorHour hour = now.hour();
        LocalDate day = hour.start().atZone(LegalTime.ZONE).toLocalDate();
        MarkingWindow window = MarkingWindow.of(day, LegalTime.ZONE, rules.parameters());
        CaseId id = CaseId.of(hour.outlet(), hour.factor(), day);
        if (window.candidateAllowed(now.knownAt())) {
            Optional<CaseRow> open = CaseRecords.find(bench.handle(), id);
            if (open.isPresent()) {
                bench.flush();
                CaseEvent.revision(candidate(open.get()), now)
                        .ifPresent(event -> CaseRecords.happened(bench.handle(), event));
                return;
            }
        }
        if (exceeds) {
            Deadline deadline = Deadline.candidate(hour.outlet(), hour.factor(), window);
            if (!deadlines.schedule(deadline)) {
                deadlines.reopen(deadline.id());
            }
        }
    }

    /** A day's marking window has closed; answers what came of it. */
    String markingWindowClosed(DeadlineSubject.OutletDay subject, Instant at) {
        bench.flush();
        Window day = Window.day(subject.day(), LegalTime.ZONE);
        List<JudgedHour> exceeding =
                VerdictRecords.ofFactor(bench.handle(), subject.outlet(), subject.factor(), day.start(), day.end())
                        .stream()
                        .filter(row -> row.outcome() == Outcome.EXCEEDS)
                        .map(this::judgedHour)
                        .toList();
        CaseOpening opening = rules.cases()
                .decide(new CaseQuestion(
                        subject.outlet(),
                        subject.factor(),
                        MarkingWindow.of(subject.day(), LegalTime.ZONE, rules.parameters()),
                        exceeding,
                        registry.registry().dutyAt(subject.outlet(), day.start()),
                        CaseRecords.exists(
                                bench.handle(), CaseId.of(subject.outlet(), subject.factor(), subject.day())),
                        at));
        return opening.match(
                opened -> {
                    CaseRecords.open(bench.handle(), opened.candidate());
                    return "CASE_OPENED";
                },
                none -> none.reason().name());
    }

    /** The case as far as a revision asks for it: its hours as they were. */
    private CandidateCase candidate(CaseRow row) {
        return new CandidateCase(
                row.id(),
                row.outlet(),
                row.factor(),
                row.day(),
                row.openedAt(),
                CaseRecords.hours(bench.handle(), row.id()).stream()
                        .map(this::judgedHour)
                        .toList(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Set.copyOf(row.findings()));
    }

    /** An exceeding hour in full again: the limit from the registry, with the figures that were compared then. */
    private JudgedHour judgedHour(VerdictRow row) {
        Limit limit = row.limitId()
                .flatMap(registry::limit)
                .orElseThrow(
                        () -> new IllegalStateException("limit " + row.limitId() + " of " + row.hour() + " is gone"));
        Limit asUsed = new Limit(
                limit.id(),
                limit.scope(),
                limit.factor(),
                row.limit().orElseThrow(),
                row.referenceOxygen(),
                limit.averaging(),
                limit.source(),
                limit.instrument(),
                limit.clause(),
                limit.effective(),
                limit.mark());
        Comparison used = new Comparison(
                row.value().orElseThrow(),
                row.basis().orElseThrow(),
                asUsed,
                row.oxygen(),
                row.proof().orElseThrow(),
                Set.copyOf(row.findings()),
                List.of());
        return new JudgedHour(
                row.hour(),
                row.version(),
                new Verdict.Exceeds(used, row.ratio().orElseThrow()),
                row.knownAt(),
                row.evidence());
    }
}
