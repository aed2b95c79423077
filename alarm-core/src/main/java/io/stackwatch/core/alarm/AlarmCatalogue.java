package io.stackwatch.core.alarm;

import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of alarm that are known, as data. Immutable. */
public final class AlarmCatalogue {

    private final Map<AlarmType, CatalogueEntry> entries;

    private AlarmCatalogue(Map<AlarmType, CatalogueEntry> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    /** The catalogue that comes with the program. */
    public static AlarmCatalogue load() {
        Map<AlarmType, CatalogueEntry> entries = new LinkedHashMap<>();
        for (DataTable.Row row :
                DataTable.resource(AlarmCatalogue.class, "alarm-types.csv").rows()) {
            CatalogueEntry entry = new CatalogueEntry(
                    new AlarmType(row.text("code")),
                    row.text("chinese"),
                    row.text("english"),
                    row.text("trigger"),
                    row.cell("legal_link"),
                    row.constant("mark", Verification.class));
            if (entries.put(entry.type(), entry) != null) {
                throw row.fault("code", "two rows for " + entry.type());
            }
        }
        return new AlarmCatalogue(entries);
    }

    /** The row of a kind, if it is known. */
    public Optional<CatalogueEntry> entry(AlarmType type) {
        return Optional.ofNullable(entries.get(type));
    }

    /** Every row, in the order of the table. */
    public List<CatalogueEntry> entries() {
        return List.copyOf(entries.values());
    }
}
