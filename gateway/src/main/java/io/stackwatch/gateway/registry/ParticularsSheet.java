package io.stackwatch.gateway.registry;

import io.stackwatch.core.registry.CreditCode;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.Particulars;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.gateway.records.ParticularsRecords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The sheet {@code enterprise-particulars.csv}: credit code, address and representative of enterprises, from when to when. A row with a known
 * enterprise and beginning is corrected, any other is added; none is removed: what no longer holds gets an end.
 */
final class ParticularsSheet {

    static final String NAME = "enterprise-particulars.csv";
    private static final Set<String> COLUMNS = Set.of("enterprise", "from");
    private static final Set<String> OPTIONAL = Set.of("credit_code", "address", "representative", "until");

    private final List<Entry> entries;

    private ParticularsSheet(List<Entry> entries) {
        this.entries = entries;
    }

    private record Entry(SheetRow row, Particulars particulars) {}

    static ParticularsSheet read(Path folder, List<SheetError> errors) {
        List<Entry> entries = new ArrayList<>();
        for (SheetRow row : Sheet.read(folder.resolve(NAME), COLUMNS, OPTIONAL, errors)) {
            entry(row).ifPresent(entries::add);
        }
        return new ParticularsSheet(entries);
    }

    int size() {
        return entries.size();
    }

    private static Optional<Entry> entry(SheetRow row) {
        Optional<EnterpriseId> enterprise = row.value("enterprise", "an enterprise", EnterpriseId::new);
        Optional<Effective> effective = SheetFacts.effective(row);
        Optional<String> written = filled(row, "credit_code");
        Optional<CreditCode> code = written.isEmpty()
                ? Optional.empty()
                : row.value(
                        "credit_code",
                        "18 characters of GB 32100 with the right check character, or nothing",
                        CreditCode::new);
        if (!SheetFacts.whole(enterprise, effective) || written.isPresent() != code.isPresent()) {
            return Optional.empty();
        }
        Optional<String> address = filled(row, "address");
        Optional<String> representative = filled(row, "representative");
        if (Stream.of(written, address, representative).allMatch(Optional::isEmpty)) {
            row.wrong("credit_code", "a credit code, an address or a representative");
            return Optional.empty();
        }
        return Optional.of(
                new Entry(row, new Particulars(enterprise.get(), code, address, representative, effective.get())));
    }

    private static Optional<String> filled(SheetRow row, String column) {
        return Optional.of(row.orEmpty(column)).filter(cell -> !cell.isEmpty());
    }

    /** What the rows contradict: the registry, what was registered before, and each other. */
    List<SheetError> contradictions(Handle handle, RegistryRows registry) {
        List<SheetError> errors = new ArrayList<>();
        Set<EnterpriseId> enterprises =
                registry.enterprises().stream().map(known -> known.id()).collect(Collectors.toSet());
        for (Entry entry : entries) {
            if (!enterprises.contains(entry.particulars().enterprise())) {
                errors.add(wrong(entry, "enterprise", "a registered enterprise"));
            }
            if (Stream.concat(others(entry), before(handle, entry)).anyMatch(other -> other.effective()
                    .overlaps(entry.particulars().effective()))) {
                errors.add(wrong(entry, "from", "one row of an enterprise at a time: the older one needs an 'until'"));
            }
        }
        return errors;
    }

    private Stream<Particulars> others(Entry entry) {
        return entries.stream()
                .filter(other -> !other.equals(entry))
                .map(Entry::particulars)
                .filter(other -> other.enterprise().equals(entry.particulars().enterprise()));
    }

    /** What is registered and that no row of this sheet corrects. */
    private Stream<Particulars> before(Handle handle, Entry entry) {
        return ParticularsRecords.of(handle, entry.particulars().enterprise()).stream()
                .filter(known -> entries.stream()
                        .map(Entry::particulars)
                        .noneMatch(given -> given.enterprise().equals(known.enterprise())
                                && given.effective()
                                        .from()
                                        .equals(known.effective().from())));
    }

    private static SheetError wrong(Entry entry, String column, String expected) {
        return new SheetError(NAME, entry.row().number(), column, entry.row().orEmpty(column), expected);
    }

    void save(Handle handle) {
        entries.forEach(entry -> ParticularsRecords.save(handle, entry.particulars()));
    }
}
