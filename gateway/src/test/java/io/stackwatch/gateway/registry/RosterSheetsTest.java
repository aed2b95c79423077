package io.stackwatch.gateway.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.notice.DutyRole;
import io.stackwatch.core.notice.RecipientId;
import io.stackwatch.core.notice.RosterShift;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RosterRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is on duty, where people are reached and when whom to leave in peace come from sheets; errors name sheet, row and column. */
final class RosterSheetsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:30:00Z");

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
    void shiftsAddressesAndQuietHoursAreKeptAndCorrectedByTheNextSheet() throws IOException {
        write(
                "roster.csv",
                """
                person,role,county,enterprise,from,until
                Li,COUNTY_DUTY,371524,,2026-11-24,2026-11-25
                op,OPERATOR,,E1,2026-01-01,
                centre,CITY_CENTRE,,,2026-01-01,
                """);
        write("contacts.csv", "person,channel,address\nli,mail,li@example.org\nli,robot,li\n");
        write(
                "quiet-hours.csv",
                "role,quiet_from,quiet_until,below,from,until\nCOUNTY_DUTY,22:00,07:00,ORANGE,2026-01-01,\n");
        ImportReport report = takeOver();
        assertEquals(List.of(), report.errors());
        assertEquals(3, report.rows().get("roster.csv"));
        assertEquals(2, report.rows().get("contacts.csv"));
        assertEquals(1, report.rows().get("quiet-hours.csv"));
        assertEquals(
                List.of("centre CITY_CENTRE", "li COUNTY_DUTY", "op OPERATOR"),
                store.read(handle -> RosterRecords.shifts(handle, NOW)).stream()
                        .map(shift -> shift.person() + " " + shift.role())
                        .toList());
        assertEquals(
                List.of("mail", "robot"),
                store
                        .read(handle -> RosterRecords.recipient(handle, new RecipientId("li")))
                        .orElseThrow()
                        .addresses()
                        .stream()
                        .map(address -> address.channel().value())
                        .toList());
        assertEquals(1, store.read(handle -> RosterRecords.quiet(handle, NOW)).size());
        write("roster.csv", "person,role,county,enterprise,from,until\nop,OPERATOR,,E1,2026-01-01,2026-11-01\n");
        assertEquals(List.of(), takeOver().errors());
        assertEquals(
                List.of(DutyRole.CITY_CENTRE, DutyRole.COUNTY_DUTY),
                store.read(handle -> RosterRecords.shifts(handle, NOW)).stream()
                        .map(RosterShift::role)
                        .toList());
    }

    @Test
    void whatCannotBeUsedIsAnErrorAndNothingIsTakenOver() throws IOException {
        write(
                "roster.csv",
                """
                person,role,county,enterprise,from,until
                li,COUNTY_DUTY,,,2026-01-01,
                op,OPERATOR,,E9,2026-01-01,
                x,ASSIGNEE,,,2026-01-01,
                """);
        write("contacts.csv", "person,channel,address\nli,Mail!,li@example.org\n");
        write(
                "quiet-hours.csv",
                "role,quiet_from,quiet_until,below,from,until\nCOUNTY_DUTY,22:00,22:00,ORANGE,2026-01-01,\n");
        assertEquals(
                List.of(
                        "contacts.csv 2 channel",
                        "quiet-hours.csv 2 quiet_until",
                        "roster.csv 2 county",
                        "roster.csv 4 role"),
                takeOver().errors().stream()
                        .map(error -> error.sheet() + " " + error.row() + " " + error.column())
                        .sorted()
                        .toList());
        write(
                "roster.csv",
                "person,role,county,enterprise,from,until\nop,OPERATOR,,E9,2026-01-01,\nli,COUNTY_DUTY,999999,,2026-01-01,\n");
        Files.delete(folder.resolve("contacts.csv"));
        Files.delete(folder.resolve("quiet-hours.csv"));
        assertEquals(
                List.of("roster.csv 2 enterprise", "roster.csv 3 county"),
                takeOver().errors().stream()
                        .map(error -> error.sheet() + " " + error.row() + " " + error.column())
                        .toList());
        assertEquals(List.of(), store.read(handle -> RosterRecords.shifts(handle, NOW)));
    }

    private void write(String sheet, String text) throws IOException {
        Files.writeString(folder.resolve(sheet), text);
    }

    private ImportReport takeOver() {
        return new RegistryImport(store, List.of(), Clock.fixed(NOW, ZoneOffset.UTC)).takeOver(folder);
    }
}
