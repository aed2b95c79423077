package io.stackwatch.gateway.detection;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.DetectionRecords;
import io.stackwatch.gateway.records.OutletDay;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.timetable.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Examines every outlet's day once, some time after it is over, one outlet at each call; days that were missed while nothing ran are
 * made up for, a few back. What was examined is rows, so nothing is examined twice after a start. A day that cannot be examined
 * is tried again in a later round and keeps no other from it. Woken by one thread.
 */
public final class DetectionSweep implements WakeUp {

    private static final Logger LOG = LoggerFactory.getLogger(DetectionSweep.class);
    private static final Duration REST = Duration.ofMinutes(10);
    private static final int DAYS_BACK = 3;

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final RuleParameters parameters;
    private final DetectionDesk desk;
    private final Deque<OutletDay> waiting = new ArrayDeque<>();
    private final AtomicLong examined = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private Instant nextRound = Instant.MIN;

    public DetectionSweep(
            RecordStore store, Supplier<RegistrySnapshot> registry, RuleParameters parameters, DetectionDesk desk) {
        this.store = store;
        this.registry = registry;
        this.parameters = parameters;
        this.desk = desk;
    }

    @Override
    public void fire(Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        if (waiting.isEmpty()) {
            if (now.isBefore(nextRound)) {
                return;
            }
            nextRound = now.plus(REST);
            collect(now);
        }
        if (waiting.isEmpty()) {
            return;
        }
        OutletDay day = waiting.remove();
        try {
            desk.examine(day, now);
            examined.incrementAndGet();
        } catch (RuntimeException broken) {
            failed.incrementAndGet();
            LOG.error(
                    "outlet={} day={} cannot be examined why={}", day.outlet(), day.day(), broken.getMessage(), broken);
        }
    }

    private void collect(Instant now) {
        LocalDate newest = now.minus(parameters.duration("suspicion.examined-after", now))
                .atZone(LegalTime.ZONE)
                .toLocalDate()
                .minusDays(1);
        for (LocalDate day = newest.minusDays(DAYS_BACK - 1L); !day.isAfter(newest); day = day.plusDays(1)) {
            LocalDate wanted = day;
            Instant start = wanted.atStartOfDay(LegalTime.ZONE).toInstant();
            Set<OutletId> done = store.read(handle -> DetectionRecords.examined(handle, wanted));
            registry.get().registry().outletIds().stream()
                    .filter(outlet -> !done.contains(outlet)
                            && registry.get().registry().outletAt(outlet, start).isPresent())
                    .sorted(Comparator.comparing(OutletId::value))
                    .forEach(outlet -> waiting.add(new OutletDay(outlet, wanted)));
        }
    }

    /** Days of outlets that were examined, since start. */
    public long examined() {
        return examined.get();
    }

    /** Days of outlets that could not be, since start. */
    public long failed() {
        return failed.get();
    }
}
