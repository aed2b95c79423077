package io.stackwatch.gateway.registry;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.Actor;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.gateway.records.PersonRecords;
import io.stackwatch.gateway.records.PersonRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The sheet {@code persons.csv}: who may act in cases, in which role, for which county or enterprise, from when to when. A row with a known
 * person, role and beginning is corrected, any other is added; none is removed: whoever leaves gets an end.
 */
final class PersonSheet {

    static final String NAME = "persons.csv";
    private static final Set<String> COLUMNS = Set.of("id", "role", "name", "from");
    private static final Set<String> OPTIONAL = Set.of("region", "enterprise", "certificate", "until");

    private final List<Entry> entries;

    private PersonSheet(List<Entry> entries) {
        this.entries = entries;
    }

    private record Entry(SheetRow row, PersonRow person) {}

    static PersonSheet read(Path folder, List<SheetError> errors) {
        List<Entry> entries = new ArrayList<>();
        for (SheetRow row : Sheet.read(folder.resolve(NAME), COLUMNS, OPTIONAL, errors)) {
            entry(row).ifPresent(entries::add);
        }
        return new PersonSheet(entries);
    }

    int size() {
        return entries.size();
    }

    private static Optional<Entry> entry(SheetRow row) {
        Optional<PersonId> id = row.value("id", "an identity that is not the machine's", PersonSheet::identity);
        Optional<Role> role = row.value("role", "a role of a person", PersonSheet::role);
        Optional<String> name = row.text("name", "a name");
        Optional<Effective> effective = SheetFacts.effective(row);
        if (!SheetFacts.whole(id, role, name, effective)) {
            return Optional.empty();
        }
        Optional<RegionCode> region = filled(row, "region").map(RegionCode::new);
        Optional<EnterpriseId> enterprise = filled(row, "enterprise").map(EnterpriseId::new);
        if ((role.get() == Role.ENTERPRISE) != enterprise.isPresent()) {
            row.wrong("enterprise", "an enterprise for the role ENTERPRISE, and only for it");
            return Optional.empty();
        }
        if (role.get() == Role.COUNTY && region.isEmpty()) {
            row.wrong("region", "the county that he acts for");
            return Optional.empty();
        }
        return Optional.of(new Entry(
                row,
                new PersonRow(
                        id.get(),
                        role.get(),
                        name.get(),
                        region,
                        enterprise,
                        filled(row, "certificate"),
                        effective.get())));
    }

    private static Optional<String> filled(SheetRow row, String column) {
        return Optional.of(row.orEmpty(column)).filter(cell -> !cell.isEmpty());
    }

    private static PersonId identity(String cell) {
        PersonId id = new PersonId(cell);
        if (id.equals(Actor.MACHINE.id())) {
            throw new IllegalArgumentException(cell);
        }
        return id;
    }

    private static Role role(String cell) {
        Role role = Role.valueOf(cell);
        if (role == Role.MACHINE) {
            throw new IllegalArgumentException(cell);
        }
        return role;
    }

    /** What the rows contradict: the registry, and each other. */
    List<SheetError> contradictions(RegistryRows registry) {
        List<SheetError> errors = new ArrayList<>();
        Set<EnterpriseId> enterprises =
                registry.enterprises().stream().map(known -> known.id()).collect(Collectors.toSet());
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            entry.person()
                    .enterprise()
                    .filter(id -> !enterprises.contains(id))
                    .ifPresent(id -> errors.add(wrong(entry, "enterprise", "a registered enterprise")));
            boolean twice = entries.subList(0, i).stream()
                    .map(Entry::person)
                    .anyMatch(other -> other.id().equals(entry.person().id())
                            && other.role() == entry.person().role()
                            && other.effective().overlaps(entry.person().effective()));
            if (twice) {
                errors.add(wrong(entry, "from", "one row of a person and role at a time"));
            }
        }
        return errors;
    }

    private static SheetError wrong(Entry entry, String column, String expected) {
        return new SheetError(NAME, entry.row().number(), column, entry.row().orEmpty(column), expected);
    }

    void save(Handle handle) {
        entries.forEach(entry -> PersonRecords.save(handle, entry.person()));
    }
}
