package io.stackwatch.gateway.judgement;

import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.LatestReading;
import java.time.Instant;
import java.util.List;

/**
 * What one journal record says, each figure placed at the outlet for which the station reported at the time that the figure
 * speaks of.
 *
 * @param sequence the journal record
 * @param arrivedAt when it arrived, to the millisecond
 * @param heardAt when its bytes first came: before that, if they were let in later
 * @param station who speaks
 * @param realtime latest figures
 * @param minutes minute data
 * @param hours hour data
 * @param made hours that we made beside a logger: compared, never judged
 * @param leftOut items that became none of these, and why
 */
record FrameFacts(
        long sequence,
        Instant arrivedAt,
        Instant heardAt,
        Mn station,
        List<Realtime> realtime,
        List<MinuteDatum> minutes,
        List<HourReport> hours,
        List<HourReport> made,
        List<LeftOut> leftOut) {

    /** Whether its station was let in after the bytes had come. */
    boolean letIn() {
        return heardAt.isBefore(arrivedAt);
    }

    /** A realtime figure at its outlet. */
    record Realtime(OutletId outlet, LatestReading reading) {}

    /** An item that could not be used. */
    record LeftOut(String item, String reason) {}
}
