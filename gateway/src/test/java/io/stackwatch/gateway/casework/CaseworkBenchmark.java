package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.ActHeader;
import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.Actor;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.enforcement.FileSubject;
import io.stackwatch.core.enforcement.Matter;
import io.stackwatch.core.enforcement.Stage;
import io.stackwatch.core.enforcement.StepRule;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.records.CaseDeadlineRecords;
import io.stackwatch.gateway.records.CaseFileQuery;
import io.stackwatch.gateway.records.CaseFileRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StoreOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How long lists, acts, the sweep and the verification take with many open cases, beside one plain statement that reads where all of them
 * stand. Cases are opened by the ledger that opens them in the gateway, a thousand in a transaction.
 *
 * <p>{@code mvn -B -Pbench-casework -pl gateway -am -DskipTests process-test-classes}, {@code -Dbench.files=20000}.
 */
public final class CaseworkBenchmark {

    private static final int TOGETHER = 1_000;
    private static final int TIMES = 7;
    private static final List<String> COUNTIES =
            List.of("371502", "371503", "371521", "371522", "371524", "371525", "371526", "371581");

    private CaseworkBenchmark() {}

    /** Arguments: folder, number of cases. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[0])), "casework");
        int cases = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        try (RecordStore store = RecordStore.open(StoreOptions.sqlite(folder.resolve("records.db")))) {
            CaseCity city = CaseCity.in(store, folder.resolve("proofs"));
            long begun = System.nanoTime();
            for (int from = 0; from < cases; from += TOGETHER) {
                open(store, from, Math.min(cases, from + TOGETHER));
            }
            report("open, " + TOGETHER + " in a transaction", cases, System.nanoTime() - begun);
            city.clock.set("2026-10-27T00:00");
            Instant now = city.clock.instant();
            time("yardstick: where all stand, one plain statement", () -> standings(store));
            lists(city, now);
            one(city, cases);
            sweep(store, now, cases);
            long verified = System.nanoTime();
            boolean whole = city.desk.verify(Optional.empty()).<Boolean>match(found -> true, broken -> false);
            report("verify the trail (whole: " + whole + ")", 1, System.nanoTime() - verified);
        }
    }

    private static void open(RecordStore store, int from, int until) {
        store.write(handle -> {
            for (int i = from; i < until; i++) {
                open(handle, i);
            }
            return true;
        });
    }

    private static void open(Handle handle, int number) {
        LocalDate day = LocalDate.parse("2026-10-01").plusDays(number % 20);
        Instant begun = day.atTime(8, 0).atZone(LegalTime.ZONE).toInstant();
        OutletId outlet = new OutletId("DA" + number);
        FactorCode factor = new FactorCode("a21026");
        FileSubject subject = new FileSubject.Violation(
                CaseId.of(outlet, factor, day),
                new EnterpriseId("E" + number % 5_000),
                new RegionCode(COUNTIES.get(number % COUNTIES.size())),
                Matter.EXCEEDING_STANDARD,
                begun,
                begun.plusSeconds(7_200),
                false,
                false);
        Instant opened = day.plusDays(1).atTime(9, 0).atZone(LegalTime.ZONE).toInstant();
        CaseLedger ledger = new CaseLedger(handle, CaseCity.TABLES);
        CaseLedger.Open file = ledger.open(
                new CaseFileRow(
                        0,
                        subject,
                        Optional.of(outlet),
                        Optional.of(factor),
                        Optional.of(day.minusYears(2)),
                        opened,
                        "li",
                        "超标属实"),
                "OFFICER");
        var first = new CaseAct.Step(
                new ActHeader(
                        Strand.parse("PENALTY-1"),
                        Actor.MACHINE,
                        Optional.empty(),
                        opened,
                        "candidate case of 2 hours"),
                ActKind.CANDIDATE_OPENED);
        new StepRule(CaseCity.TABLES.process(), CaseCity.TABLES.terms())
                .decide(CaseFile.about(subject), first)
                .match(
                        taken -> ledger.keep(
                                file,
                                first,
                                taken,
                                new CaseLedger.Beside(DocumentNumbers.none(handle), List.of(), List.of())),
                        refused -> {
                            throw new IllegalStateException(refused.message());
                        });
    }

    private static long standings(RecordStore store) {
        return store.read(handle -> handle
                .createQuery("SELECT * FROM case_standing ORDER BY number")
                .map((row, context) -> row.getLong("number"))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum());
    }

    private static void lists(CaseCity city, Instant now) {
        CaseFileQuery all = CaseFileQuery.all(now, 101);
        Optional<RegionCode> county = Optional.of(new RegionCode("371524"));
        time("list, first page", () -> city.desk.files(all));
        time(
                "list, a page far behind",
                () -> city.desk.files(query(
                        all, Optional.empty(), Optional.empty(), false, false, Optional.empty(), Optional.of(1_000L))));
        time(
                "list, open ones of a county",
                () -> city.desk.files(
                        query(all, county, Optional.empty(), false, false, Optional.empty(), Optional.empty())));
        time(
                "list, a stage that all have",
                () -> city.desk.files(query(
                        all,
                        Optional.empty(),
                        Optional.of(Stage.CANDIDATE),
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty())));
        time(
                "list, a stage that none has",
                () -> city.desk.files(query(
                        all,
                        Optional.empty(),
                        Optional.of(Stage.COURT),
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty())));
        time(
                "list, overdue",
                () -> city.desk.files(query(
                        all, Optional.empty(), Optional.empty(), true, false, Optional.empty(), Optional.empty())));
        time(
                "list, overdue of a county",
                () -> city.desk.files(
                        query(all, county, Optional.empty(), true, false, Optional.empty(), Optional.empty())));
        time(
                "list, due before a day",
                () -> city.desk.files(query(
                        all,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        Optional.of(Instant.parse("2026-10-20T16:00:00Z")),
                        Optional.empty())));
        time(
                "list, repeat offenders (none)",
                () -> city.desk.files(query(
                        all, Optional.empty(), Optional.empty(), false, true, Optional.empty(), Optional.empty())));
        time(
                "list, fines (none)",
                () -> city.desk.files(new CaseFileQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Yuan.of(1)),
                        Optional.empty(),
                        false,
                        false,
                        Optional.empty(),
                        now,
                        Optional.empty(),
                        101)));
        time(
                "figures of counties",
                () -> city.desk.figures(Instant.parse("2026-09-30T16:00:00Z"), Instant.parse("2026-10-31T16:00:00Z")));
    }

    private static CaseFileQuery query(
            CaseFileQuery all,
            Optional<RegionCode> county,
            Optional<Stage> stage,
            boolean overdue,
            boolean repeat,
            Optional<Instant> due,
            Optional<Long> before) {
        return new CaseFileQuery(
                county,
                Optional.empty(),
                stage,
                due,
                Optional.empty(),
                Optional.empty(),
                overdue,
                repeat,
                county.isPresent() ? Optional.of(true) : Optional.empty(),
                all.now(),
                before,
                all.limit());
    }

    private static void one(CaseCity city, int cases) {
        long begun = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            int number = i * (cases / 100);
            LocalDate day = LocalDate.parse("2026-10-01").plusDays(number % 20);
            CaseFileId file = CaseFileId.of(CaseId.of(new OutletId("DA" + number), new FactorCode("a21026"), day));
            CaseCity.kept(city.desk.act(CaseCity.order(file, "DATA_REVIEWED li second=wang")));
        }
        report("act, each its own transaction", 100, System.nanoTime() - begun);
    }

    private static void sweep(RecordStore store, Instant now, int cases) {
        DeadlineSweep sweep = new DeadlineSweep(store, CaseCity.TABLES);
        long waiting = store.read(handle -> CaseDeadlineRecords.waiting(handle, now));
        long begun = System.nanoTime();
        sweep.fire(now);
        report("sweep, " + waiting + " due of " + cases, waiting, System.nanoTime() - begun);
        time("sweep, none due", () -> sweep.fire(now));
    }

    private static void time(String what, Runnable work) {
        long[] nanos = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        System.out.printf("%-40s %9.2f ms (median of %d)%n", what, nanos[TIMES / 2] / 1e6, TIMES);
    }

    private static void report(String what, long count, long nanos) {
        System.out.printf("%-40s %9.2f s, %.3f ms each%n", what, nanos / 1e9, nanos / 1e6 / Math.max(1, count));
    }
}
