package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.audit.AuditedCity;
import io.stackwatch.gateway.audit.MadeMonths;
import io.stackwatch.gateway.audit.MonthSource;
import io.stackwatch.gateway.counting.Circumstances;
import io.stackwatch.gateway.counting.CountingDesk;
import io.stackwatch.gateway.counting.CountingOptions;
import io.stackwatch.gateway.counting.RateWatch;
import io.stackwatch.gateway.judgement.CoreCursor;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.DirtyDayRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.registry.LiveRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command writes the papers of a month and names what is missing. */
final class AuditCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter shown = new StringWriter();

    private int run(String... arguments) throws Exception {
        Path config = folder.resolve("stackwatch.yaml");
        Files.writeString(config, "data-dir: " + folder.resolve("data") + "\n");
        List<String> all = new ArrayList<>(List.of("--config", config.toString()));
        all.addAll(List.of(arguments));
        return new CommandLine(new AuditCommand())
                .setExecutionExceptionHandler(new Failures())
                .setOut(new PrintWriter(shown, true))
                .setErr(new PrintWriter(shown, true))
                .execute(all.toArray(String[]::new));
    }

    private RecordStore store() throws Exception {
        return RecordStore.open(StoreOptions.sqlite(
                Files.createDirectories(folder.resolve("data")).resolve("records.db")));
    }

    private void closedMonth() throws Exception {
        try (RecordStore store = store()) {
            AuditedCity city = AuditedCity.in(store, folder, counted(store));
            countDays(store);
            city.closed();
        }
    }

    /** Every day of November, as a gateway counts them. */
    private static void countDays(RecordStore store) {
        Instant asOf = Instant.parse("2026-12-10T12:00:00Z");
        store.write(handle -> {
            new CursorPlace(0, asOf).save(handle, CoreCursor.NAME);
            return asOf;
        });
        JudgementRules rules = JudgementRules.load();
        LiveRegistry registry = new LiveRegistry(store, Clock.systemUTC());
        CountingDesk desk = new CountingDesk(
                store,
                registry::snapshot,
                rules.parameters(),
                rules.flags(),
                Circumstances.NONE,
                RateWatch.NONE,
                CountingOptions.defaults());
        Instant now = asOf;
        do {
            desk.fire(now);
            now = now.plus(Duration.ofMinutes(10));
        } while (store.read(handle ->
                        DirtyDayRecords.waiting(handle, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)))
                > 0);
    }

    /** Counts what the store holds, as the command does: papers are made of figures and hours that add up. */
    private static MonthSource counted(RecordStore store) {
        return new MonthSource() {
            @Override
            public Optional<YearMonth> first() {
                return Optional.of(YearMonth.of(2026, 11));
            }

            @Override
            public CityMonth count(YearMonth month, Variant variant, Instant cutoff) {
                LiveRegistry registry = new LiveRegistry(store, Clock.systemUTC());
                return Counting.view(store, registry, JudgementRules.load()).month(month, variant, cutoff);
            }
        };
    }

    @Test
    void figuresThatTheirHoursDoNotAddUpToAreNotPrinted() throws Exception {
        try (RecordStore store = store()) {
            AuditedCity.in(store, folder, new MadeMonths(YearMonth.of(2026, 11)))
                    .closed();
        }
        Path out = folder.resolve("out");
        assertEquals(ExitCode.FAILED, run("--month", "2026-11", "--out", out.toString()));
        assertTrue(shown.toString().contains("outlet A-DA001, factor a21026: the figures say"), shown::toString);
        assertFalse(Files.exists(out.resolve("figures-2026-11-v3-final.csv")));
    }

    @Test
    void thePapersAreWrittenAndTheirDigestsPrinted() throws Exception {
        closedMonth();
        Path out = folder.resolve("out");

        assertEquals(ExitCode.OK, run("--month", "2026-11", "--out", out.toString()), shown::toString);

        Path figures = out.resolve("figures-2026-11-v3-final.csv");
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(figures)));
        assertTrue(shown.toString().contains(digest + "  figures-2026-11-v3-final.csv"), shown::toString);
        for (String paper : List.of("2026-11-final-v3.xlsx", "2026-11-final-v3-circular.pdf")) {
            assertTrue(shown.toString().contains("  " + paper), shown::toString);
            assertTrue(Files.size(out.resolve(paper)) > 0);
        }
        assertTrue(
                shown.toString().contains("2026-11 version=3 kind=FROZEN variant=FINAL cutoff=2026-12-10T16:00:00Z"),
                shown::toString);

        assertEquals(
                ExitCode.OK,
                run("--month", "2026-11", "--variant", "real-time", "--version-number", "1", "--out", out.toString()));
        assertTrue(Files.exists(out.resolve("figures-2026-11-v1-real-time.csv")));
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        closedMonth();
        assertEquals(ExitCode.FINDINGS, run("--month", "2026-10"));
        assertTrue(shown.toString().contains("2026-10 was never opened"), shown::toString);
        assertEquals(ExitCode.FINDINGS, run("--month", "2026-12"));
        assertTrue(
                shown.toString()
                        .contains("2026-12 is OPEN and has no figures yet; the next are due at 2027-01-01T05:00:00Z"),
                shown::toString);
        assertEquals(ExitCode.FINDINGS, run("--month", "2026-11", "--version-number", "7"));
        assertTrue(shown.toString().contains("2026-11 has no version 7; its versions are 1 to 3"), shown::toString);
    }

    @Test
    void whatIsNoMonthAndNoVariantIsRefused() throws Exception {
        assertEquals(ExitCode.USAGE, run("--month", "November"));
        assertTrue(shown.toString().contains("'November' is not a month such as 2026-11"), shown::toString);
        assertEquals(ExitCode.USAGE, run("--month", "2026-11", "--variant", "best"));
        assertTrue(shown.toString().contains("'best' is not final or real-time"), shown::toString);
    }

    @Test
    void figuresThatSomebodyTouchedAreNotWritten() throws Exception {
        closedMonth();
        try (RecordStore store = store()) {
            store.write(handle -> handle.execute("UPDATE month_line SET due = due + 1 WHERE version = 3"));
        }
        Path out = folder.resolve("out");
        assertEquals(ExitCode.FAILED, run("--month", "2026-11", "--out", out.toString()));
        assertTrue(shown.toString().contains("the stored figures of 2026-11-v3-final have"), shown::toString);
        assertFalse(Files.exists(out.resolve("figures-2026-11-v3-final.csv")));
    }
}
