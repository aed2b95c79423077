package io.stackwatch.gateway.app;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.supervision.MonthCalendar;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.audit.Clerk;
import io.stackwatch.gateway.audit.PaperFile;
import io.stackwatch.gateway.audit.PaperShelf;
import io.stackwatch.gateway.counting.CountView;
import io.stackwatch.gateway.counting.CountingDesk;
import io.stackwatch.gateway.counting.CountingOptions;
import io.stackwatch.gateway.counting.RateAlarms;
import io.stackwatch.gateway.judgement.CoreCursor;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.DirtyDayRecords;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.MonthRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.registry.LiveRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A month from the hours as the core cursor stores them to its papers, by the parts that a gateway runs: days counted, the three
 * versions of the calendar made, the papers of the last one written. Beside it the least that anybody must do who counts from the
 * store: reading the same rows once, with one plain statement for each outlet.
 *
 * <p>{@code mvn -B -Pbench-audit -pl gateway -am -DskipTests process-test-classes}, {@code -Dbench.stored=1000}.
 */
public final class AuditBenchmark {

    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final Instant OVER = Instant.parse("2026-11-30T17:30:00Z");

    private final RecordStore store;
    private final JudgementRules rules = JudgementRules.load();
    private final LiveRegistry registry;
    private final StoredHours hours;

    private AuditBenchmark(RecordStore store, StoredHours hours) {
        this.store = store;
        this.hours = hours;
        if (hours.isNotIn(store)) {
            hours.register(store);
        }
        this.registry = new LiveRegistry(store, Clock.systemUTC());
    }

    /** Arguments: number of outlets, folder, and {@code make} if the hours are only to be made there, for a run that follows. */
    public static void main(String[] arguments) throws Exception {
        int outlets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        Path folder = arguments.length > 1
                ? Files.createDirectories(Path.of(arguments[1]))
                : Files.createTempDirectory("audit");
        try (RecordStore store = RecordStore.open(StoreOptions.sqlite(folder.resolve("records.db")))) {
            AuditBenchmark benchmark = new AuditBenchmark(store, new StoredHours(MONTH, outlets));
            benchmark.make(outlets);
            if (!List.of(arguments).contains("make")) {
                benchmark.run(outlets, folder);
            }
        }
    }

    private void make(int outlets) throws Exception {
        print("%d outlets x 12 factors, %,d hours", outlets, hours.hours());
        if (hours.isNotIn(store)) {
            step("made and stored, not part of the audit", () -> hours.write(store));
        }
        print("  %,d versions of reports", hours.versions(store));
    }

    private void run(int outlets, Path folder) throws Exception {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        CountView counts = Counting.view(store, registry, rules);
        Spent all = step("days counted, two figures", this::countDays);
        Clerk clerk = new Clerk(store, new CountedSource(store, counts, () -> 0), MonthCalendar.load(), "benchmark");
        for (String due : List.of("2026-12-01T13:00:20", "2026-12-05T12:00:20", "2026-12-11T00:00:20")) {
            Instant now = LocalDateTime.parse(due).atZone(LegalTime.ZONE).toInstant();
            all = all.plus(step("version at " + due, () -> {
                judgedUntil(now);
                clerk.fire(now);
            }));
        }
        int version = store.read(handle -> MonthRecords.versions(handle, MONTH)).size();
        PaperShelf shelf = new PaperShelf(store, Months.papers(counts, rules.parameters()), folder.resolve("papers"));
        List<PaperFile> papers = new ArrayList<>();
        all = all.plus(step(
                "papers of version " + version,
                () -> papers.addAll(shelf.list(MONTH, version, Variant.FINAL).orElseThrow())));
        papers.forEach(paper -> print("    %-45s %,15d bytes", paper.name(), paper.bytes()));
        long peak = heapPools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        Spent yardstick = step("yardstick: the rows of reports read once", () -> readPlainly(outlets));
        print(
                "from stored hours to papers %.1f s; %.1f s of a core, yardstick %.1f s, ratio %.1f; peak of the heap %d MB",
                all.seconds(), all.core(), yardstick.core(), all.core() / yardstick.core(), peak >> 20);
    }

    private void countDays() {
        judgedUntil(OVER);
        CountingDesk desk = new CountingDesk(
                store,
                registry::snapshot,
                rules.parameters(),
                rules.flags(),
                Counting.circumstances(rules),
                new RateAlarms(store, registry::snapshot, rules.parameters(), new EventSignal(), Duration.ofMinutes(1)),
                CountingOptions.defaults());
        Instant now = OVER;
        do {
            desk.fire(now);
            now = now.plus(Duration.ofMinutes(1));
        } while (store.read(handle -> DirtyDayRecords.waiting(handle, MONTH.atDay(1), MONTH.atEndOfMonth())) > 0);
    }

    private void judgedUntil(Instant asOf) {
        store.write(handle -> {
            new CursorPlace(0, asOf).save(handle, CoreCursor.NAME);
            return asOf;
        });
    }

    private void readPlainly(int outlets) {
        long all = hours.versions(store);
        long read = 0;
        for (int i = 0; i < outlets; i++) {
            String outlet = StoredHours.outlet(i).value();
            read += store.read(handle -> handle
                    .createQuery("SELECT * FROM hour_report WHERE outlet = ? ORDER BY hour_start, factor, version")
                    .bind(0, outlet)
                    .map((row, context) -> row.getString("avg_text").length() + row.getLong("known_at"))
                    .stream()
                    .count());
        }
        if (read != all) {
            throw new IllegalStateException("read " + read + " of " + all + " rows");
        }
    }

    private Spent step(String name, Work work) throws Exception {
        Spent spent = Spent.on(work);
        print(
                "  %-45s %8.2f s %8.2f s of a core %,12.0f hours/s",
                name, spent.seconds(), spent.core(), hours.hours() / spent.seconds());
        return spent;
    }

    /** Time on the clock, and of a core by the thread that runs; the second travels where others use the machine. */
    private record Spent(double seconds, double core) {

        static Spent on(Work work) throws Exception {
            long core = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long begun = System.nanoTime();
            work.run();
            return new Spent(
                    (System.nanoTime() - begun) / 1e9,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - core) / 1e9);
        }

        Spent plus(Spent other) {
            return new Spent(seconds + other.seconds, core + other.core);
        }
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private interface Work {

        void run() throws Exception;
    }

    private static void print(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
