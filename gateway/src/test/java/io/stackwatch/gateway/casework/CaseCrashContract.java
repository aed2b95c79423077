package io.stackwatch.gateway.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.gateway.records.FailingStatements;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StoreOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Between any two statements of an act the program may end: the act is then whole or absent. Each statement is tried in turn, as a fault,
 * and as a connection that is gone; with a file for a store also as the files that a killed process leaves behind.
 */
abstract class CaseCrashContract {

    @TempDir
    Path shelf;

    private StoreOptions options;
    private RecordStore store;
    private CaseCity city;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        options = fresh();
        store = RecordStore.open(options);
        city = CaseCity.in(store, shelf);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aFileIsOpenedWholeOrNotAtAll() {
        var candidate = city.candidate("DA001", "2026-10-08");
        int statements = wholeOrAbsent(
                () -> city.desk.open(new OpenOrder.OfCandidate(candidate, false, false, CaseCity.who("li"), "超标属实")));
        assertTrue(statements > 12, "statements: " + statements);
    }

    /** An act with a number, a calculation, documents, deadlines that end and begin. */
    @Test
    void anActIsKeptWholeOrNotAtAll() {
        CaseFileId file = city.opened("2026-10-08");
        city.tell(file, CaseCity.FINE);
        city.clock.set("2026-11-16T09:00");
        int statements =
                wholeOrAbsent(() -> city.desk.act(CaseCity.order(file, "SURCHARGE_CONFIRMED li amount=66000")));
        assertTrue(statements > 15, "statements: " + statements);
    }

    /** An act that begins another strand by a hand-over. */
    @Test
    void aHandOverIsKeptWholeOrNotAtAll() {
        CaseFileId file = city.opened("2026-10-08");
        city.tell(file, CaseCity.FINE);
        city.clock.set("2026-10-21T10:00");
        wholeOrAbsent(() -> city.desk.act(CaseCity.order(file, "ORDER-1 ORDER_ISSUED li second=wang")));
        assertEquals(
                1,
                city.desk
                        .file(file, Optional.empty())
                        .orElseThrow()
                        .papers()
                        .handOvers()
                        .size());
    }

    /** Two acts, one in each file. */
    @Test
    void aMergerIsKeptInBothFilesOrInNone() {
        CaseFileId stays = city.opened("2026-10-08");
        CaseFileId ends = city.opened("2026-10-09");
        city.clock.set("2026-10-12T10:00");
        RegroupOrder.Asks asks = new RegroupOrder.Asks(CaseCity.who("li"), Optional.of(CaseCity.who("wang")), "同一违法行为");
        int statements = wholeOrAbsent(() -> city.desk.regroup(new RegroupOrder.Merge(stays, ends, asks)));
        assertTrue(statements > 20, "statements: " + statements);
    }

    /** A file that is opened, with three acts in two files. */
    @Test
    void aSplitIsKeptInBothFilesOrInNone() {
        CaseFileId whole = city.opened("2026-10-08");
        city.clock.set("2026-10-12T10:00");
        RegroupOrder.Asks asks = new RegroupOrder.Asks(CaseCity.who("li"), Optional.of(CaseCity.who("wang")), "另案处理");
        int statements = wholeOrAbsent(() -> city.desk.regroup(
                new RegroupOrder.Split(whole, Set.of(), Set.of(Instant.parse("2026-10-08T00:00:00Z")), asks)));
        assertTrue(statements > 30, "statements: " + statements);
    }

    @Test
    void theSweepTellsOnceWhereverItIsStopped() {
        CaseFileId file = city.opened("2026-10-08");
        city.clock.set("2026-10-23T00:00");
        DeadlineSweep sweep = new DeadlineSweep(store, CaseCity.TABLES);
        sweep.fire(city.clock.instant().minusSeconds(60));
        String before = CaseRowsText.of(store);
        int statement = 0;
        while (CaseRowsText.of(store).equals(before)) {
            int stop = ++statement;
            // the batch fails, and then the deadline alone, at the same statement
            FailingStatements.watch(store, new FailingStatements.Before() {
                private int sinceBegin;

                @Override
                public void statement(int number, StatementContext context) {
                    sinceBegin = context.getRawSql().startsWith("SELECT * FROM case_deadline WHERE file")
                            ? 1
                            : sinceBegin + 1;
                    if (sinceBegin == stop) {
                        throw new IllegalStateException("stopped before statement " + stop);
                    }
                }
            });
            sweep.fire(city.clock.instant());
            FailingStatements.leave(store);
            assertTrue(statement < 50, "it never gets through");
        }
        assertTrue(statement > 5, "statements: " + statement);
        assertEquals(
                1,
                city.desk.file(file, Optional.empty()).orElseThrow().notices().size());
        assertEquals(1, sweep.warned());
    }

    /** Stops before every statement in turn, until there is none more; answers how many there are. */
    private int wholeOrAbsent(Supplier<ActAnswer> act) {
        String before = CaseRowsText.of(store);
        int statement = 0;
        while (true) {
            int stop = ++statement;
            assertTrue(stop < 200, "it never gets through");
            boolean stopped = stopped(stop, act, false);
            if (!stopped) {
                break;
            }
            assertEquals(before, CaseRowsText.of(store), "a fault at statement " + stop);
            stopped(stop, act, true);
            assertEquals(before, CaseRowsText.of(store), "a connection that is gone at statement " + stop);
        }
        assertNotEquals(before, CaseRowsText.of(store), "and in the end it is whole");
        assertTrue(city.desk.verify(Optional.empty()).<Boolean>match(whole -> true, broken -> false));
        return statement - 1;
    }

    private boolean stopped(int stop, Supplier<ActAnswer> act, boolean gone) {
        String before = CaseRowsText.of(store);
        FailingStatements.watch(store, (number, context) -> {
            if (number == stop) {
                if (gone) {
                    leaveFiles(stop, before);
                    cut(context);
                }
                throw new IllegalStateException("stopped before statement " + stop);
            }
        });
        try {
            CaseCity.kept(act.get());
            return false;
        } catch (RuntimeException stoppedThere) {
            return true;
        } finally {
            FailingStatements.leave(store);
        }
    }

    private void cut(StatementContext context) {
        try {
            if (options.url().startsWith("jdbc:postgresql:")) {
                context.getConnection().abort(Runnable::run);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a file for a store: what a process leaves that is killed now is opened beside it, and nothing of the act is there. */
    private void leaveFiles(int stop, String before) {
        if (!options.url().startsWith("jdbc:sqlite:")) {
            return;
        }
        Path file = Path.of(options.url().substring("jdbc:sqlite:".length()));
        Path left = shelf.resolve("left-" + stop + "-" + System.identityHashCode(before));
        try (Stream<Path> files = Files.list(file.getParent())) {
            Files.createDirectories(left);
            for (Path one : files.filter(path -> path.getFileName().toString().startsWith("records.db"))
                    .toList()) {
                Files.copy(one, left.resolve(one.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (RecordStore found = RecordStore.open(MigratedFile.sqlite(left.resolve("records.db")))) {
            assertEquals(before, CaseRowsText.of(found), "killed before statement " + stop);
        }
    }
}
