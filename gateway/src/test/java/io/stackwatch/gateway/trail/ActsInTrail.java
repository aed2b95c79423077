package io.stackwatch.gateway.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.records.FailingStatements;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.TrailRecords;
import io.stackwatch.gateway.records.TrailRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.function.Executable;

/** Holds acts that are kept in tables of their own against the trail; for the tests of whoever keeps them. */
public final class ActsInTrail {

    private static final int MOST = 400;

    private ActsInTrail() {}

    /** The trail, as {@code role actor act subject reason}. */
    public static List<String> told(RecordStore store) {
        return rows(store).stream()
                .map(row -> String.join(" ", row.role(), row.actor(), row.act(), row.subject(), row.reason()))
                .toList();
    }

    /** The rows of the trail. */
    public static List<TrailRow> rows(RecordStore store) {
        List<TrailRow> rows = new ArrayList<>();
        store.<Boolean>read(handle -> {
            TrailRecords.each(handle, rows::add);
            return true;
        });
        return rows;
    }

    /** Fails if the trail, or an act it tells of, is not as it was written. */
    public static void isWhole(RecordStore store) {
        assertEquals("whole", verified(store));
    }

    private static String verified(RecordStore store) {
        return store.read(ActsInTrail::verified);
    }

    private static String verified(Handle handle) {
        return TrailVerification.of(handle, Optional.empty())
                .match(whole -> "whole", broken -> broken.number() + " " + broken.fault());
    }

    /**
     * Stops before every statement of an act in turn: nothing of it is there, in no table. When nothing stops it, the act is there with so
     * many rows of the trail, which is whole.
     */
    public static void wholeOrAbsent(RecordStore store, int rows, Executable act) {
        String before = everything(store);
        int known = rows(store).size();
        int stop = 0;
        do {
            assertTrue(++stop < MOST, "it never gets through");
            int stopHere = stop;
            FailingStatements.watch(store, (number, context) -> {
                if (number == stopHere) {
                    throw new IllegalStateException("stopped before statement " + stopHere);
                }
            });
            try {
                act.execute();
            } catch (RuntimeException stopped) {
                assertEquals(before, everything(store), "stopped before statement " + stopHere);
            } catch (Throwable other) {
                throw new AssertionError(other);
            } finally {
                FailingStatements.leave(store);
            }
        } while (everything(store).equals(before));
        assertTrue(stop > 3, "statements: " + stop);
        assertEquals(known + rows, rows(store).size(), "told once");
        isWhole(store);
    }

    /** Changes something in a transaction that is rolled back: the row of the trail that tells of it is named. */
    public static void changedIsNamed(RecordStore store, long row, String statement) {
        List<String> found = new ArrayList<>();
        assertThrows(
                RolledBack.class,
                () -> store.write(handle -> {
                    assertTrue(handle.execute(statement) > 0, "nothing was changed by " + statement);
                    found.add(verified(handle));
                    throw new RolledBack();
                }));
        assertEquals(List.of(row + " " + TrailFinding.Fault.CONTENT_CHANGED), found, statement);
        isWhole(store);
    }

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Every row of every table. */
    private static String everything(RecordStore store) {
        return store.read(handle -> {
            StringBuilder text = new StringBuilder();
            for (String table : tables(handle)) {
                text.append(table).append('\n');
                handle.createQuery("SELECT * FROM " + table).mapToMap().list().stream()
                        .map(row -> new TreeMap<>(row).toString())
                        .sorted()
                        .forEach(row -> text.append("  ").append(row).append('\n'));
            }
            return text.toString();
        });
    }

    private static Set<String> tables(Handle handle) {
        TreeSet<String> tables = new TreeSet<>();
        try (ResultSet found =
                handle.getConnection().getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        tables.removeIf(name -> name.startsWith("flyway") || name.startsWith("sqlite"));
        return tables;
    }
}
