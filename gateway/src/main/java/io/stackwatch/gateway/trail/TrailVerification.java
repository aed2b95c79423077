package io.stackwatch.gateway.trail;

import io.stackwatch.gateway.records.ActTable;
import io.stackwatch.gateway.records.ActTableRecords;
import io.stackwatch.gateway.records.TrailRecords;
import io.stackwatch.gateway.records.TrailRow;
import io.stackwatch.gateway.trail.TrailFinding.Broken;
import io.stackwatch.gateway.trail.TrailFinding.Fault;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole trail, and with it the acts it tells of that are kept in tables of their own, and names the first row that does not fit.
 * For one reading.
 */
public final class TrailVerification {

    private long rows;
    private String before = TrailDigest.NOTHING;
    private @Nullable Broken first;

    private TrailVerification() {}

    /**
     * Verifies the trail of a store.
     *
     * @param noted a row that somebody noted elsewhere, which must stand there still; empty if nobody did
     */
    public static TrailFinding of(Handle handle, Optional<TrailRecords.Head> noted) {
        TrailVerification verification = new TrailVerification();
        TrailRecords.each(handle, row -> verification.read(handle, row, noted));
        return verification.end(TrailRecords.head(handle), noted);
    }

    private void read(Handle handle, TrailRow row, Optional<TrailRecords.Head> noted) {
        if (first != null) {
            return;
        }
        long expected = rows + 1;
        if (row.number() != expected) {
            first = new Broken(expected, Fault.MISSING, "row " + expected + " is missing, the next is " + row.number());
        } else if (!TrailDigest.of(row).equals(row.sha256())) {
            first = new Broken(expected, Fault.CHANGED, "row " + expected + " is not what its digest was made of");
        } else if (!row.previous().equals(before)) {
            first = new Broken(expected, Fault.NOT_CHAINED, "row " + expected + " does not follow the row before it");
        } else if (noted.filter(
                        place -> place.number() == expected && !place.sha256().equals(row.sha256()))
                .isPresent()) {
            first = new Broken(expected, Fault.NOT_THE_NOTED_END, "row " + expected + " has another digest than noted");
        } else if (ActTable.of(row.subject())
                .filter(table -> !isAsTold(handle, table, row))
                .isPresent()) {
            first = new Broken(
                    expected, Fault.CONTENT_CHANGED, "what is kept as " + row.subject() + " is not what was told");
        } else {
            rows = expected;
            before = row.sha256();
        }
    }

    private static boolean isAsTold(Handle handle, ActTable table, TrailRow row) {
        return ActTableRecords.find(handle, table, row.subject())
                .filter(kept -> TrailDigest.of(kept.text()).equals(row.content()))
                .isPresent();
    }

    private TrailFinding end(Optional<TrailRecords.Head> head, Optional<TrailRecords.Head> noted) {
        if (first != null) {
            return first;
        }
        long end = head.map(TrailRecords.Head::number).orElse(0L);
        long known = Math.max(end, noted.map(TrailRecords.Head::number).orElse(0L));
        if (known > rows) {
            return new Broken(rows + 1, Fault.MISSING, "row " + (rows + 1) + " is missing, the trail had " + known);
        }
        if (end != rows
                || !head.map(TrailRecords.Head::sha256)
                        .orElse(TrailDigest.NOTHING)
                        .equals(before)) {
            return new Broken(
                    Math.max(1, Math.min(end + 1, rows)),
                    Fault.NOT_THE_NOTED_END,
                    "the trail has " + rows + " rows, noted were " + end);
        }
        return new TrailFinding.Whole(rows, before);
    }
}
