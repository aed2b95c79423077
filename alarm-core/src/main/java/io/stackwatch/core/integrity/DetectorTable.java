package io.stackwatch.core.integrity;

import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every detector of both kinds with the alarm and the level that belong to it; a detector without a row is a broken table. Immutable. */
public final class DetectorTable {

    private final Map<String, DetectorLine> lines;

    private DetectorTable(Map<String, DetectorLine> lines) {
        this.lines = lines;
    }

    /** The table that comes with the program. */
    public static DetectorTable load() {
        Map<String, DetectorLine> lines = new LinkedHashMap<>();
        for (DataTable.Row row :
                DataTable.resource(DetectorTable.class, "detectors.csv").rows()) {
            DetectorLine line = new DetectorLine(
                    row.text("name"),
                    row.constant("kind", DetectorLine.Kind.class),
                    row.text("alarm"),
                    row.text("level"),
                    row.text("source"),
                    row.constant("mark", Verification.class));
            if (lines.put(line.name(), line) != null) {
                throw row.fault("name", "two rows for " + line.name());
            }
        }
        return new DetectorTable(lines);
    }

    /** The row of a detector. */
    public DetectorLine of(String name) {
        DetectorLine line = lines.get(name);
        if (line == null) {
            throw new IllegalArgumentException("detectors.csv has no row " + name);
        }
        return line;
    }

    /** Every row, in the order of the table. */
    public List<DetectorLine> lines() {
        return List.copyOf(lines.values());
    }
}
