package io.stackwatch.gateway.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.records.TrailRecords;
import io.stackwatch.gateway.trail.TrailFinding.Broken;
import io.stackwatch.gateway.trail.TrailFinding.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever changes the trail is found and the row is named, whichever database is under it. */
abstract class TrailContract {

    private static final int ROWS = 6;
    private static final Instant NOON = Instant.parse("2026-11-25T04:00:00.123Z");
    private static final List<String> TEXTS =
            List.of("actor", "role", "act", "subject", "reason", "content", "previous", "sha256");

    private RecordStore store;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        store = RecordStore.open(fresh());
        for (int i = 1; i <= ROWS; i++) {
            append(i);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void append(int i) {
        store.write(handle -> new SqlAuditTrail(handle)
                .append(new TrailEntry(
                        NOON.plusSeconds(i),
                        "li",
                        "OFFICER",
                        "FILED",
                        "case-file:" + i,
                        "第" + i + "号",
                        "content " + i)));
    }

    @Test
    void aTrailThatNobodyTouchedIsWhole() {
        TrailFinding found = verify(Optional.empty());
        assertTrue(found.<Boolean>match(
                whole -> whole.rows() == ROWS && whole.sha256().length() == 64, broken -> false));
        TrailRecords.Head head = store.read(TrailRecords::head).orElseThrow();
        append(ROWS + 1);
        assertEquals("whole 7", text(verify(Optional.of(head))), "what was noted stands there still");
    }

    @Test
    void anEmptyTrailIsWhole() {
        change("DELETE FROM audit_trail");
        change("DELETE FROM audit_trail_head");
        assertEquals("whole 0", text(verify(Optional.empty())));
    }

    @Test
    void anyChangedColumnOfAnyRowIsFoundAndTheRowNamed() {
        for (int row = 1; row <= ROWS; row++) {
            for (String column : TEXTS) {
                assertEquals(
                        row,
                        namedAfter(
                                "UPDATE audit_trail SET " + column + " = " + column + " || 'x' WHERE number = " + row));
                assertEquals(row, namedAfter("UPDATE audit_trail SET " + column + " = '' WHERE number = " + row));
            }
            assertEquals(row, namedAfter("UPDATE audit_trail SET at = at + 1 WHERE number = " + row));
            assertEquals(row, namedAfter("UPDATE audit_trail SET number = 99 WHERE number = " + row));
        }
    }

    @Test
    void aRemovedRowIsMissedAlsoAtTheEnd() {
        for (int row = 1; row <= ROWS; row++) {
            assertEquals(row, namedAfter("DELETE FROM audit_trail WHERE number = " + row));
        }
    }

    @Test
    void twoRowsThatChangePlacesAreFound() {
        for (int row = 1; row < ROWS; row++) {
            int other = row + 1;
            assertEquals(
                    row,
                    namedAfter(
                            "UPDATE audit_trail SET number = -1 WHERE number = " + row,
                            "UPDATE audit_trail SET number = " + row + " WHERE number = " + other,
                            "UPDATE audit_trail SET number = " + other + " WHERE number = -1"));
        }
    }

    @Test
    void textThatMovesFromOneColumnToTheNextIsFound() {
        assertEquals(3, namedAfter("UPDATE audit_trail SET role = role || act, act = '' WHERE number = 3"));
    }

    @Test
    void aRowThatWasPutInWithAGoodDigestIsNotTheNotedEnd() {
        Broken found = after(handle -> {
            TrailRecords.Head head = TrailRecords.head(handle).orElseThrow();
            new SqlAuditTrail(handle)
                    .append(new TrailEntry(NOON, "eve", "OFFICER", "FILED", "case-file:9", "planted", "-"));
            handle.execute("UPDATE audit_trail_head SET number = ?, sha256 = ?", head.number(), head.sha256());
        });
        assertEquals(new Broken(7, Fault.NOT_THE_NOTED_END, "the trail has 7 rows, noted were 6"), found);
    }

    @Test
    void whoRewritesTheWholeTrailIsFoundByARowThatWasNotedElsewhere() {
        TrailRecords.Head noted = store.read(TrailRecords::head).orElseThrow();
        change("DELETE FROM audit_trail");
        change("DELETE FROM audit_trail_head");
        for (int i = 1; i <= ROWS + 2; i++) {
            append(i == 2 ? 77 : i);
        }
        assertEquals("whole 8", text(verify(Optional.empty())), "in itself it is good");
        assertEquals("broken 6 NOT_THE_NOTED_END", text(verify(Optional.of(noted))));
        change("DELETE FROM audit_trail");
        change("DELETE FROM audit_trail_head");
        assertEquals("broken 1 MISSING", text(verify(Optional.of(noted))));
    }

    @Test
    void whatIsRolledBackLeavesNoRow() {
        assertThrows(
                IllegalStateException.class,
                () -> store.write(handle -> {
                    new SqlAuditTrail(handle)
                            .append(new TrailEntry(NOON, "li", "OFFICER", "FILED", "case-file:9", "r", "c"));
                    throw new IllegalStateException("so it goes");
                }));
        assertEquals("whole 6", text(verify(Optional.empty())));
    }

    @Test
    void nothingIsWrittenWithoutWhoAndWhy() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrailEntry(NOON, " ", "OFFICER", "FILED", "case-file:9", "r", "c"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrailEntry(NOON, "li", "OFFICER", "FILED", "case-file:9", "", "c"));
    }

    /** The row that is named after some statements, which are then rolled back. */
    private long namedAfter(String... statements) {
        return after(handle -> List.of(statements).forEach(handle::execute)).number();
    }

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private interface Deed {
        void with(Handle handle);
    }

    private Broken after(Deed deed) {
        TrailFinding[] found = new TrailFinding[1];
        assertThrows(
                RolledBack.class,
                () -> store.write(handle -> {
                    deed.with(handle);
                    found[0] = TrailVerification.of(handle, Optional.empty());
                    throw new RolledBack();
                }));
        assertEquals("whole 6", text(verify(Optional.empty())), "rolled back");
        return found[0].match(
                whole -> {
                    throw new AssertionError("nothing was found");
                },
                broken -> broken);
    }

    private void change(String statement) {
        store.write(handle -> handle.execute(statement));
    }

    private TrailFinding verify(Optional<TrailRecords.Head> noted) {
        return store.read(handle -> TrailVerification.of(handle, noted));
    }

    private static String text(TrailFinding finding) {
        return finding.match(
                whole -> "whole " + whole.rows(), broken -> "broken " + broken.number() + " " + broken.fault());
    }
}
