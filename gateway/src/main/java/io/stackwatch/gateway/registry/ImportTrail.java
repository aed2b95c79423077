package io.stackwatch.gateway.registry;

import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.ActTable;
import io.stackwatch.gateway.records.ImportRecords;
import io.stackwatch.gateway.records.ImportRecords.TakenSheet;
import io.stackwatch.gateway.trail.ToldActs;
import io.stackwatch.gateway.trail.TrailDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Writes down who took which sheets over, in the transaction of the import. */
final class ImportTrail {

    private ImportTrail() {}

    /**
     * Keeps the act and tells the trail of it.
     *
     * @param rows how many rows can be used, by sheet; sheets that are not in the folder are left out
     */
    static void tell(Handle handle, Act act, Path folder, Map<String, Integer> rows) {
        List<TakenSheet> sheets = new ArrayList<>();
        new TreeMap<>(rows).forEach((name, count) -> {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                sheets.add(new TakenSheet(name, count, sha256(file)));
            }
        });
        ToldActs.tell(handle, ActTable.IMPORT, ImportRecords.add(handle, act, sheets));
    }

    /** Of a sheet, which is UTF-8 and was read before. */
    private static String sha256(Path file) {
        try {
            return TrailDigest.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
