package io.stackwatch.gateway.trail;

import io.stackwatch.core.marking.MarkAct;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.ActTable;
import io.stackwatch.gateway.records.ActTableRecords;
import io.stackwatch.gateway.records.ActTableRecords.KeptAct;
import io.stackwatch.gateway.records.StationActKind;
import io.stackwatch.gateway.records.StationActRecords;
import org.jdbi.v3.core.Handle;

/**
 * Tells the trail of acts that are kept in tables of their own. What is told is read from the table, in the transaction in which it was
 * written, so that verification can read it again and find a row that was changed since.
 */
public final class ToldActs {

    /** The role of somebody whose request names none. */
    public static final String NO_ROLE = "UNSTATED";

    /** The role of this program. */
    public static final String MACHINE = "MACHINE";

    private static final String NO_REASON = "none given";

    private ToldActs() {}

    /**
     * Tells of an act that was just written; answers the number of its row in the trail.
     *
     * @param key of the act in its table
     */
    public static long tell(Handle handle, ActTable table, Object... key) {
        String subject = table.subject(key);
        KeptAct kept = ActTableRecords.find(handle, table, subject)
                .orElseThrow(() -> new IllegalStateException("there is no act " + subject + " to tell of"));
        return new SqlAuditTrail(handle)
                .append(new TrailEntry(
                        kept.at(),
                        kept.actor(),
                        kept.actor().equals(MarkAct.MACHINE) ? MACHINE : NO_ROLE,
                        kept.act(),
                        subject,
                        kept.reason().isBlank() ? NO_REASON : kept.reason(),
                        kept.text()));
    }

    /** Keeps an act on a station and tells of it; answers the number of the act. */
    public static long station(Handle handle, String mn, StationActKind kind, Act act, String detail) {
        long number = StationActRecords.add(handle, mn, kind, act, detail);
        tell(handle, ActTable.STATION, number);
        return number;
    }
}
