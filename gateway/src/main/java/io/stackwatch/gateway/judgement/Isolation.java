package io.stackwatch.gateway.judgement;

import io.stackwatch.gateway.records.ParkedRow;
import io.stackwatch.gateway.records.SetAsideRecords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one item fail by itself: what it did is taken back, it is parked with its reason, and the others go on.
 *
 * <p>Only what is the item's own fault is parked ({@link Fault}); a store that is full or gone ends the whole transaction.
 */
final class Isolation {

    private static final Logger LOG = LoggerFactory.getLogger(Isolation.class);

    private static final String SAVEPOINT = "item";

    private final Workbench bench;
    private int parked;

    Isolation(Workbench bench) {
        this.bench = bench;
    }

    /** How many items were parked. */
    int parked() {
        return parked;
    }

    /** Runs one item; its answer, or empty if it was parked. */
    <T> Optional<T> run(String subject, String kind, Instant at, Supplier<T> item) {
        bench.flush();
        bench.handle().savepoint(SAVEPOINT);
        try {
            T answer = item.get();
            bench.flush();
            bench.handle().releaseSavepoint(SAVEPOINT);
            return Optional.of(answer);
        } catch (RuntimeException failed) {
            if (!Fault.isOfTheItem(failed)) {
                throw failed;
            }
            bench.handle().rollbackToSavepoint(SAVEPOINT);
            bench.forget();
            SetAsideRecords.park(bench.handle(), List.of(new ParkedRow(subject, kind, Fault.reason(failed), at)));
            parked++;
            LOG.error("judgement=parked subject={} why={}", subject, Fault.reason(failed), failed);
            return Optional.empty();
        }
    }
}
