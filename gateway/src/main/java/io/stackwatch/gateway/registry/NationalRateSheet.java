package io.stackwatch.gateway.registry;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.supervision.NationalRate;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.ActTable;
import io.stackwatch.gateway.records.NationalRateRecords;
import io.stackwatch.gateway.records.NationalRateRow;
import io.stackwatch.gateway.trail.ToldActs;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The sheet {@code national-rates.csv}: what the national centre computed of outlets and months. Its rows are only ever added: one
 * that is known already is passed over, one that says something else of a known outlet and month counts instead of it.
 */
final class NationalRateSheet {

    static final String NAME = "national-rates.csv";
    private static final Set<String> COLUMNS =
            Set.of("month", "outlet", "percent", "document", "recorded_by", "reason");
    private static final int LONGEST_DOCUMENT = 200;

    private final List<Entry> entries;

    private NationalRateSheet(List<Entry> entries) {
        this.entries = entries;
    }

    /** A row of the sheet. */
    private record Entry(SheetRow row, NationalRate rate, Said said) {}

    /** Where it is said, who recorded it and why: rows with the same are kept with one act. */
    private record Said(String document, String by, String reason) {}

    static NationalRateSheet read(Path folder, List<SheetError> errors) {
        List<Entry> entries = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (SheetRow row : Sheet.read(folder.resolve(NAME), COLUMNS, Set.of(), errors)) {
            entry(row).ifPresent(entry -> {
                if (seen.add(List.of(entry.rate().month(), entry.rate().outlet()))) {
                    entries.add(entry);
                } else {
                    row.wrong("outlet", "each outlet once in a month: two rows say something of it");
                }
            });
        }
        return new NationalRateSheet(entries);
    }

    int size() {
        return entries.size();
    }

    private static Optional<Entry> entry(SheetRow row) {
        Optional<YearMonth> month = row.value("month", "a month such as 2026-11", YearMonth::parse);
        Optional<OutletId> outlet = row.value("outlet", "an outlet's id", OutletId::new);
        Optional<BigDecimal> percent = row.value(
                "percent",
                "percent from 0 to 100 without the sign, such as 92.31; no row for an outlet that is stopped",
                NationalRateSheet::percent);
        Optional<String> document = row.value("document", "where the centre says so", NationalRateSheet::document);
        Optional<String> by = row.value("recorded_by", "who recorded it, without ; and =", cell -> act(cell, "-")
                .by());
        Optional<String> reason =
                row.value("reason", "why it is recorded", cell -> act("-", cell).reason());
        return SheetFacts.whole(month, outlet, percent, document, by, reason)
                ? Optional.of(new Entry(
                        row,
                        new NationalRate(month.get(), outlet.get(), percent.get()),
                        new Said(document.get(), by.get(), reason.get())))
                : Optional.empty();
    }

    private static BigDecimal percent(String cell) {
        if (!cell.matches("[0-9]{1,3}(\\.[0-9]{1,6})?")
                || new BigDecimal(cell).compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException(cell);
        }
        return new BigDecimal(cell);
    }

    private static String document(String cell) {
        if (cell.length() > LONGEST_DOCUMENT) {
            throw new IllegalArgumentException(cell);
        }
        return cell;
    }

    private static Act act(String by, String reason) {
        return new Act(Instant.EPOCH, by, reason);
    }

    /**
     * What the rows contradict: the registry, and the calendar.
     *
     * @param now the time, which an import of records must know
     */
    List<SheetError> contradictions(RegistryRows registry, Optional<Instant> now) {
        if (entries.isEmpty()) {
            return List.of();
        }
        if (now.isEmpty()) {
            return List.of(new SheetError(NAME, 0, "", entries.size() + " rows", "an import that knows the time"));
        }
        List<SheetError> errors = new ArrayList<>();
        YearMonth current = YearMonth.from(now.get().atZone(LegalTime.ZONE));
        Set<OutletId> outlets =
                registry.outlets().stream().map(outlet -> outlet.id()).collect(Collectors.toSet());
        for (Entry entry : entries) {
            if (!outlets.contains(entry.rate().outlet())) {
                errors.add(wrong(entry, "outlet", "a registered outlet"));
            }
            if (entry.rate().month().isAfter(current)) {
                errors.add(wrong(entry, "month", "not later than this month, which is " + current));
            }
        }
        return errors;
    }

    private static SheetError wrong(Entry entry, String column, String expected) {
        return new SheetError(NAME, entry.row().number(), column, entry.row().orEmpty(column), expected);
    }

    /** Adds the rows that say something new. */
    void save(Handle handle, Instant now) {
        Map<YearMonth, Map<OutletId, NationalRateRow>> known = new HashMap<>();
        Map<Said, List<NationalRate>> added = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Optional<NationalRateRow> before =
                    Optional.ofNullable(known.computeIfAbsent(entry.rate().month(), month -> known(handle, month))
                            .get(entry.rate().outlet()));
            if (!before.map(row -> saysTheSame(row, entry)).orElse(false)) {
                added.computeIfAbsent(entry.said(), said -> new ArrayList<>()).add(entry.rate());
            }
        }
        added.forEach((said, rates) -> {
            long first =
                    NationalRateRecords.add(handle, rates, said.document(), new Act(now, said.by(), said.reason()));
            ToldActs.tell(handle, ActTable.NATIONAL_RATES, first, first + rates.size() - 1);
        });
    }

    private static Map<OutletId, NationalRateRow> known(Handle handle, YearMonth month) {
        return NationalRateRecords.of(handle, month).stream()
                .collect(Collectors.toMap(row -> row.rate().outlet(), row -> row));
    }

    private static boolean saysTheSame(NationalRateRow row, Entry entry) {
        return row.rate().equals(entry.rate())
                && row.document().equals(entry.said().document());
    }
}
