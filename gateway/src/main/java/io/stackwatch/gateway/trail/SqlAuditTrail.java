package io.stackwatch.gateway.trail;

import io.stackwatch.gateway.records.TrailRecords;
import io.stackwatch.gateway.records.TrailRow;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The trail in the SQL store, inside the transaction of a handle. Of two transactions that add at the same time one fails. */
public final class SqlAuditTrail implements AuditTrail {

    private final Handle handle;

    public SqlAuditTrail(Handle handle) {
        this.handle = handle;
    }

    @Override
    public long append(TrailEntry entry) {
        Optional<TrailRecords.Head> last = TrailRecords.head(handle);
        TrailRow draft = new TrailRow(
                last.map(TrailRecords.Head::number).orElse(0L) + 1,
                entry.at().truncatedTo(ChronoUnit.MILLIS),
                entry.actor(),
                entry.role(),
                entry.act(),
                entry.subject(),
                entry.reason(),
                TrailDigest.of(entry.content()),
                last.map(TrailRecords.Head::sha256).orElse(TrailDigest.NOTHING),
                "");
        TrailRecords.add(handle, TrailDigest.sealed(draft));
        return draft.number();
    }
}
