package io.stackwatch.gateway.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.PersonRecords;
import io.stackwatch.gateway.records.PersonRow;
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

/** People are named in a dated sheet; what cannot be used is an error that names sheet, row and column. */
final class PersonSheetTest {

    private static final String HEADER = "id,role,name,region,enterprise,certificate,from,until\n";

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
    void peopleAreKeptWithTheirRolesAndCorrectedByTheNextSheet() throws IOException {
        ImportReport report = takeOver(
                """
                li,OFFICER,李明,,,15-001,2026-01-01,
                li,HEAD,李明,,,,2026-06-01,
                ma,COUNTY,马强,371524,,,2026-01-01,
                firm,ENTERPRISE,厂方,,E1,,2026-01-01,
                """);
        assertEquals(List.of(), report.errors());
        assertEquals(4, report.rows().get("persons.csv"));
        assertTrue(at("li", Role.OFFICER, "2026-02-01T00:00:00Z")
                .orElseThrow()
                .actor()
                .certified());
        assertEquals(Optional.empty(), at("li", Role.HEAD, "2026-02-01T00:00:00Z"), "not yet");
        takeOver("li,OFFICER,李明,,,15-001,2026-01-01,2026-03-01\n");
        assertEquals(Optional.empty(), at("li", Role.OFFICER, "2026-04-01T00:00:00Z"), "no longer");
    }

    @Test
    void whatCannotBeUsedIsNamedAndNothingIsTakenOver() throws IOException {
        ImportReport report = takeOver(
                """
                machine,OFFICER,x,,,,2026-01-01,
                li,MACHINE,x,,,,2026-01-01,
                firm,ENTERPRISE,x,,,,2026-01-01,
                ma,COUNTY,x,,,,2026-01-01,
                wang,OFFICER,,,,,2026-01-01,
                """);
        assertEquals(
                List.of("2 id", "3 role", "4 enterprise", "5 region", "6 name"),
                report.errors().stream()
                        .map(error -> error.row() + " " + error.column())
                        .toList());
        ImportReport contradicting = takeOver(
                """
                li,OFFICER,x,,,,2026-01-01,
                li,OFFICER,x,,,,2026-05-01,
                firm,ENTERPRISE,x,,E9,,2026-01-01,
                """);
        assertEquals(
                List.of("3 from", "4 enterprise"),
                contradicting.errors().stream()
                        .map(error -> error.row() + " " + error.column())
                        .toList());
        assertEquals(List.of(), store.read(handle -> PersonRecords.all(handle, Instant.parse("2026-07-01T00:00:00Z"))));
    }

    private ImportReport takeOver(String rows) throws IOException {
        Files.writeString(folder.resolve("persons.csv"), HEADER + rows);
        return new RegistryImport(store, List.of()).takeOver(folder);
    }

    private Optional<PersonRow> at(String id, Role role, String instant) {
        return store.read(handle -> PersonRecords.at(handle, new PersonId(id), role, Instant.parse(instant)));
    }
}
