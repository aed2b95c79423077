package io.stackwatch.gateway.records;

import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was done in cases; rows are only ever added. Of two that add the same place of a file one fails. */
public final class CaseActRecords {

    private CaseActRecords() {}

    /** Keeps an act at its place in its file. */
    public static void add(Handle handle, CaseFileId file, int place, CaseAct act, long trail) {
        Map<String, @Nullable Object> columns = CaseActColumns.of(act);
        String names = columns.keySet().stream().collect(Collectors.joining(", "));
        List<@Nullable Object> values = new ArrayList<>();
        values.add(file.value());
        values.add(place);
        values.add(trail);
        values.addAll(columns.values());
        handle.execute(
                "INSERT INTO case_act (number, file, place, trail, " + names
                        + ") VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM case_act)" + ", ?".repeat(values.size())
                        + ")",
                values.toArray());
    }

    /** What was done in a file, in order. */
    public static List<CaseActRow> of(Handle handle, CaseFileId file) {
        return handle.createQuery("SELECT * FROM case_act WHERE file = ? ORDER BY place")
                .bind(0, file.value())
                .map((row, context) -> new CaseActRow(
                        row.getLong("number"), row.getInt("place"), CaseActColumns.act(row), row.getLong("trail")))
                .list();
    }
}
