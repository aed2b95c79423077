package io.stackwatch.gateway.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.Particulars;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.ParticularsRecords;
import io.stackwatch.gateway.records.RecordStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Particulars of enterprises come from a dated sheet; what cannot be used is an error that names sheet, row and column. */
final class ParticularsSheetTest {

    private static final String HEADER = "enterprise,credit_code,address,representative,from,until\n";

    @TempDir
    private Path folder;

    private RecordStore store;

    @BeforeEach
    void open() throws IOException {
        store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
        Files.writeString(
                folder.resolve("enterprises.csv"), "id,name,region,from,until\nE1,示例热电厂,371524,2020-01-01,\n");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aVersionHoldsFromItsDayAndTheOneBeforeUntilThen() throws IOException {
        ImportReport report = takeOver(
                """
                E1,91350100M000100Y43,某某路1号,王某,2026-01-01,2026-06-01
                E1,91350100M000100Y43,某某路2号,,2026-06-01,
                """);
        assertEquals(List.of(), report.errors());
        assertEquals(2, report.rows().get("enterprise-particulars.csv"));
        assertEquals(Optional.of("王某"), at("2026-02-01T00:00:00Z").flatMap(Particulars::representative));
        assertEquals(Optional.of("某某路2号"), at("2026-07-01T00:00:00Z").flatMap(Particulars::address));
        assertEquals(Optional.empty(), at("2026-07-01T00:00:00Z").flatMap(Particulars::representative), "not known");
        assertEquals(Optional.empty(), at("2025-07-01T00:00:00Z"), "not yet");
        takeOver("E1,91350100M000100Y43,某某路3号,,2026-06-01,\n");
        assertEquals(Optional.of("某某路3号"), at("2026-07-01T00:00:00Z").flatMap(Particulars::address), "corrected");
    }

    @Test
    void whatCannotBeUsedIsNamedAndNothingIsTakenOver() throws IOException {
        assertEquals(
                List.of("2 credit_code", "3 credit_code", "4 enterprise", "5 from"),
                named(
                        takeOver(
                                """
                        E1,91350100M000100Y44,x,x,2026-01-01,
                        E1,,,,2026-01-01,
                        ,,x,x,2026-01-01,
                        E1,,x,x,,
                        """)));
        assertEquals(
                List.of("2 from", "3 from", "4 enterprise"),
                named(
                        takeOver(
                                """
                        E1,,x,x,2026-01-01,
                        E1,,x,x,2026-05-01,
                        E9,,x,x,2026-01-01,
                        """)));
        assertEquals(Optional.empty(), at("2026-07-01T00:00:00Z"));
        takeOver("E1,,x,x,2026-01-01,\n");
        assertEquals(
                List.of("2 from"),
                named(takeOver("E1,,y,y,2026-05-01,\n")),
                "the version that is registered has no end");
    }

    private static List<String> named(ImportReport report) {
        return report.errors().stream()
                .map(error -> error.row() + " " + error.column())
                .toList();
    }

    private ImportReport takeOver(String rows) throws IOException {
        Files.writeString(folder.resolve("enterprise-particulars.csv"), HEADER + rows);
        return new RegistryImport(store, List.of()).takeOver(folder);
    }

    private Optional<Particulars> at(String instant) {
        return store.read(handle -> ParticularsRecords.at(handle, new EnterpriseId("E1"), Instant.parse(instant)));
    }
}
