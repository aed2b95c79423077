/**
 * The time series behind the charts: a cache of what the journal says, in the embedded store or in InfluxDB.
 *
 * <p>Belongs here: implementations of {@link io.stackwatch.core.measurement.ReadingLog}, and the cursor that fills one
 * from the journal. Does not belong here: hours with versions, verdicts, alarms: they are records, not a cache.
 */
@NullMarked
package io.stackwatch.gateway.history;

import org.jspecify.annotations.NullMarked;
