package io.stackwatch.gateway.plant;

import io.stackwatch.connectors.opcua.mapping.Unmapped;
import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values that became no number since the start: which node, why, by which row, how often and when last. Bounded; what does not
 * fit any more is only counted. Safe for use by several threads.
 */
public final class MappingFaults {

    private static final Logger LOG = LoggerFactory.getLogger(MappingFaults.class);
    private static final int MOST = 1_000;

    private final Map<Unmapped, Fault> faults = new LinkedHashMap<>();
    private long total;

    /**
     * One kind of fault.
     *
     * @param what node, reason and row
     * @param times how often
     * @param lastAt arrival of the last such value
     */
    public record Fault(Unmapped what, long times, Instant lastAt) {}

    /** Takes what a batch brought; each kind is logged the first time and then ever more rarely. */
    public synchronized void add(List<Unmapped> found, Instant arrivedAt) {
        for (Unmapped one : found) {
            total++;
            Fault known = faults.get(one);
            if (known == null && faults.size() >= MOST) {
                continue;
            }
            long times = known == null ? 1 : known.times() + 1;
            faults.put(one, new Fault(one, times, arrivedAt));
            if (Long.bitCount(times) == 1) {
                LOG.warn(
                        "mapping={} source={} row={} node={} times={}",
                        one.reason(),
                        one.source(),
                        one.row(),
                        one.node(),
                        times);
            }
        }
    }

    /** Those of a source, in the order in which they were first seen. */
    public synchronized List<Fault> of(Mn source) {
        return faults.values().stream()
                .filter(fault -> fault.what().source().equals(source))
                .toList();
    }

    /** How many values became no number. */
    public synchronized long total() {
        return total;
    }
}
