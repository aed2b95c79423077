package io.stackwatch.gateway.records;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What was taken over into the registry, by whom; rows are only ever added. */
public final class ImportRecords {

    private ImportRecords() {}

    /**
     * A sheet that was taken over.
     *
     * @param name its file's name
     * @param rows how many of its rows can be used
     * @param sha256 of the file, 64 hexadecimal digits
     */
    public record TakenSheet(String name, int rows, String sha256) {}

    /** Keeps an import; answers its number. */
    public static long add(Handle handle, Act act, List<TakenSheet> sheets) {
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM registry_import")
                        .mapTo(Long.class)
                        .one()
                + 1;
        handle.execute(
                "INSERT INTO registry_import (number, at, actor, reason) VALUES (?, ?, ?, ?)",
                number,
                act.at().toEpochMilli(),
                act.by(),
                act.reason());
        for (TakenSheet sheet : sheets) {
            handle.execute(
                    "INSERT INTO registry_import_sheet (import, sheet, usable_rows, sha256) VALUES (?, ?, ?, ?)",
                    number,
                    sheet.name(),
                    sheet.rows(),
                    sheet.sha256());
        }
        return number;
    }
}
