package io.stackwatch.gateway.api;

import io.stackwatch.core.measurement.Unit;
import io.stackwatch.gateway.records.CaseFile;
import io.stackwatch.gateway.records.CaseRow;
import io.stackwatch.gateway.records.VerdictRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Candidate cases as the interface shows them. */
final class StoredCandidates {

    private StoredCandidates() {}

    static CaseView line(CaseRow row, List<VerdictRow> hours, StoredNames names) {
        Optional<VerdictRow> worst = hours.stream()
                .filter(hour -> hour.ratio().isPresent())
                .max(Comparator.comparing(hour -> hour.ratio().orElseThrow()));
        return new CaseView(
                row.id().value(),
                names.outlet(row.outlet()),
                names.enterprise(row.outlet()),
                names.factor(row.factor()),
                row.day(),
                row.openedAt(),
                row.hours(),
                worst.flatMap(VerdictRow::value).map(StoredShapes::value),
                worst.flatMap(VerdictRow::ratio).map(StoredShapes::ratio),
                worst.flatMap(VerdictRow::limit).map(StoredShapes::milligrams),
                worst.map(hour -> Unit.MILLIGRAMS_PER_CUBIC_METRE.symbol()),
                row.atViolation().map(CaseRow.Basis::id).orElse("-"),
                row.findings().stream().map(Enum::name).toList());
    }

    static CaseView.File file(CaseFile file, StoredNames names) {
        return new CaseView.File(
                line(file.row(), file.hours(), names),
                file.row().atViolation().map(CaseRow.Basis::text).orElse("-"),
                file.row().atOpening().map(CaseRow.Basis::text).orElse("-"),
                file.hours().stream().map(StoredCandidates::exceedance).toList(),
                file.events().stream()
                        .map(event -> new CaseView.Step(
                                event.number(),
                                event.kind().name(),
                                event.at(),
                                event.hour()
                                        .map(hour -> hour.hour().start() + " " + hour.outcome() + " version "
                                                + hour.version())
                                        .orElse("")))
                        .toList());
    }

    private static CaseView.Exceedance exceedance(VerdictRow hour) {
        return new CaseView.Exceedance(
                hour.hour().start(),
                hour.version(),
                hour.value().map(StoredShapes::value).orElse("-"),
                hour.ratio().map(StoredShapes::ratio).orElse("0"),
                StoredShapes.first(hour.evidence()));
    }
}
