package io.stackwatch.gateway.registry;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.quality.Measurands;
import io.stackwatch.core.quality.QaBasis;
import io.stackwatch.core.quality.QaCheck;
import io.stackwatch.core.quality.QaEvent;
import io.stackwatch.core.quality.QaFigures;
import io.stackwatch.core.quality.QaMode;
import io.stackwatch.core.quality.QaResult;
import io.stackwatch.core.quality.QaRule;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.ActTable;
import io.stackwatch.gateway.records.QaEventRecords;
import io.stackwatch.gateway.records.QaEventRow;
import io.stackwatch.gateway.trail.ToldActs;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The sheet {@code qa-events.csv}: checks of instruments out of a book. Its rows are only ever added. One that is known already
 * is passed over; one that says something else of a known check is an error: the known one is to be withdrawn first.
 */
final class QaSheet {

    static final String NAME = "qa-events.csv";
    private static final Set<String> COLUMNS =
            Set.of("outlet", "factor", "check", "mode", "made_at", "document", "recorded_by", "reason");
    private static final Set<String> OPTIONAL = Set.of("percent", "percent_of", "absolute", "result");
    private static final int LONGEST_DOCUMENT = 200;

    private final List<Entry> entries;

    private QaSheet(List<Entry> entries) {
        this.entries = entries;
    }

    /** A row of the sheet; the act has no time of its own yet. */
    private record Entry(SheetRow row, QaEvent draft, String by, String reason) {}

    static QaSheet read(Path folder, List<SheetError> errors) {
        List<Entry> entries = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (SheetRow row : Sheet.read(folder.resolve(NAME), COLUMNS, OPTIONAL, errors)) {
            entry(row).ifPresent(entry -> {
                if (seen.add(List.of(entry.draft().subject(), entry.draft().at()))) {
                    entries.add(entry);
                } else {
                    row.wrong("made_at", "each check of an outlet and factor once in a sheet");
                }
            });
        }
        return new QaSheet(entries);
    }

    int size() {
        return entries.size();
    }

    private static Optional<Entry> entry(SheetRow row) {
        Optional<OutletId> outlet = row.value("outlet", "an outlet's id", OutletId::new);
        Optional<FactorCode> factor = row.value("factor", "a factor code such as a21026", FactorCode::new);
        Optional<QaCheck> check = SheetFacts.oneOf(row, "check", QaCheck.class);
        Optional<QaMode> mode = SheetFacts.oneOf(row, "mode", QaMode.class);
        Optional<Instant> madeAt = row.value(
                "made_at",
                "an instant with its offset, such as 2026-11-24T10:00:00+08:00",
                cell -> OffsetDateTime.parse(cell).toInstant());
        Optional<Optional<BigDecimal>> percent = signed(row, "percent");
        Optional<Optional<BigDecimal>> absolute = signed(row, "absolute");
        Optional<Optional<QaBasis>> basis = row.valueOr(
                "percent_of",
                "empty or " + SheetFacts.expected(QaBasis.class),
                Optional.empty(),
                cell -> Optional.of(QaBasis.valueOf(cell)));
        Optional<Optional<QaResult>> stated = row.valueOr(
                "result",
                "empty, PASSES, BEYOND_REQUIREMENT or OUT_OF_CONTROL",
                Optional.empty(),
                cell -> Optional.of(stated(cell)));
        Optional<String> document = row.value("document", "the record's number or place", QaSheet::document);
        Optional<String> by = row.value("recorded_by", "who recorded it, without ; and =", QaSheet::named);
        Optional<String> reason = row.value("reason", "why it is recorded", QaSheet::reasoned);
        if (!SheetFacts.whole(outlet, factor, check, mode, madeAt, percent, absolute, basis, stated)
                || !SheetFacts.whole(document, by, reason)) {
            return Optional.empty();
        }
        if (percent.get().isPresent() != basis.get().isPresent()) {
            row.wrong("percent_of", "what 'percent' is a part of, and only with it");
            return Optional.empty();
        }
        QaEvent draft = new QaEvent(
                0,
                new QaEvent.Subject(outlet.get(), factor.get(), check.get()),
                mode.get(),
                madeAt.get(),
                new QaFigures(percent.get(), basis.get(), absolute.get()),
                stated.get(),
                document.get());
        return Optional.of(new Entry(row, draft, by.get(), reason.get()));
    }

    private static Optional<Optional<BigDecimal>> signed(SheetRow row, String column) {
        return row.valueOr(column, "empty or a decimal such as -2.4", Optional.empty(), cell -> {
            if (!cell.matches("-?[0-9]{1,6}(\\.[0-9]{1,6})?")) {
                throw new IllegalArgumentException(cell);
            }
            return Optional.of(new BigDecimal(cell));
        });
    }

    private static QaResult stated(String cell) {
        QaResult result = QaResult.valueOf(cell);
        if (result == QaResult.NOT_JUDGED) {
            throw new IllegalArgumentException(cell);
        }
        return result;
    }

    private static String document(String cell) {
        if (cell.length() > LONGEST_DOCUMENT) {
            throw new IllegalArgumentException(cell);
        }
        return cell;
    }

    private static String named(String cell) {
        return new Act(Instant.EPOCH, cell, "-").by();
    }

    private static String reasoned(String cell) {
        return new Act(Instant.EPOCH, "-", cell).reason();
    }

    /**
     * What the rows contradict: the registry, and checks that are known.
     *
     * @param now the time, which an import of records must know
     */
    List<SheetError> contradictions(Handle handle, RegistryRows registry, Optional<Instant> now) {
        if (now.isEmpty()) {
            return entries.isEmpty()
                    ? List.of()
                    : List.of(new SheetError(NAME, 0, "", entries.size() + " rows", "an import that knows the time"));
        }
        return contradictions(handle, registry, now.get());
    }

    private List<SheetError> contradictions(Handle handle, RegistryRows registry, Instant now) {
        List<SheetError> errors = new ArrayList<>();
        Set<OutletId> outlets =
                registry.outlets().stream().map(outlet -> outlet.id()).collect(Collectors.toSet());
        Measurands measurands = Measurands.load();
        for (Entry entry : entries) {
            QaEvent draft = entry.draft();
            if (!outlets.contains(draft.subject().outlet())) {
                errors.add(wrong(entry, "outlet", "a registered outlet"));
            }
            if (measurands.of(draft.subject().factor()).isEmpty()) {
                errors.add(wrong(entry, "factor", "a factor of measurands.csv: for others no checks are known"));
            }
            if (draft.at().isAfter(now)) {
                errors.add(wrong(entry, "made_at", "not later than now, which is " + now));
            }
            known(handle, draft)
                    .filter(row -> !same(row.event(), draft))
                    .ifPresent(row -> errors.add(wrong(
                            entry,
                            "made_at",
                            "what is recorded of this check as number "
                                    + row.event().number() + ", or a withdrawal of it first")));
        }
        return errors;
    }

    private static SheetError wrong(Entry entry, String column, String expected) {
        return new SheetError(NAME, entry.row().number(), column, entry.row().orEmpty(column), expected);
    }

    /** Adds the rows that are not known yet. */
    void save(Handle handle, Instant now) {
        QaRule rule = QaRule.load();
        for (Entry entry : entries) {
            if (known(handle, entry.draft()).isEmpty()) {
                QaEventRow row =
                        QaEventRecords.add(handle, entry.draft(), new Act(now, entry.by(), entry.reason()), rule);
                ToldActs.tell(handle, ActTable.CHECK, row.event().number());
            }
        }
    }

    private static Optional<QaEventRow> known(Handle handle, QaEvent draft) {
        return QaEventRecords.counting(handle, draft.subject(), draft.at());
    }

    private static boolean same(QaEvent known, QaEvent draft) {
        return known.mode() == draft.mode()
                && known.figures().equals(draft.figures())
                && known.stated().equals(draft.stated())
                && known.document().equals(draft.document());
    }
}
