package io.stackwatch.gateway.averaging;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.gateway.records.DroppedMinutes;
import io.stackwatch.gateway.records.DroppedMinutesRecords;
import io.stackwatch.gateway.records.MadeRecords;
import io.stackwatch.gateway.records.MadeStation;
import io.stackwatch.gateway.records.RecordStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets minutes and samples go that have been kept long enough, so that the store does not grow for ever. Hours and their frames
 * stay, with a row that says when their minutes went; the journal has the values as long as it keeps anything.
 *
 * <p>An hour of a station is one transaction, and one wake-up does a few of them only: writers of verdicts do not wait behind
 * it. Woken by one thread at a time; the figures may be read by any.
 */
public final class MinuteSweep {

    /** Hours of stations that one wake-up lets go at most. */
    static final int MOST_HOURS = 24;

    private static final Logger LOG = LoggerFactory.getLogger(MinuteSweep.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final RecordStore store;
    private final RuleParameters parameters;
    private final Duration keep;
    private final AtomicLong minutes = new AtomicLong();
    private final AtomicLong hours = new AtomicLong();
    private Instant next = Instant.MIN;

    /**
     * @param parameters the dated rows: what may still change a minute is never let go
     * @param keep how long minutes are kept
     */
    public MinuteSweep(RecordStore store, RuleParameters parameters, Duration keep) {
        this.store = store;
        this.parameters = parameters;
        this.keep = keep;
    }

    /** Minutes of factors that were let go since the start. */
    public long minutes() {
        return minutes.get();
    }

    /** Hours of stations whose minutes were let go since the start. */
    public long hours() {
        return hours.get();
    }

    /** Lets go what is old enough by now; what does not fit into one wake-up waits for the next. */
    public void fire(Instant now) {
        if (now.isBefore(next)) {
            return;
        }
        Instant before = before(now);
        int done = 0;
        for (MadeStation station : store.read(MadeRecords::stations)) {
            done += sweep(station, before, now, MOST_HOURS - done);
        }
        if (done < MOST_HOURS) {
            next = now.plus(EVERY);
        }
        if (done > 0) {
            LOG.info("averaging=dropped hours={} before={}", done, before);
        }
    }

    /** Hours that end at or before it are old: also a value that comes very late changes none of them. */
    private Instant before(Instant now) {
        Duration reach = parameters.duration("averaging.reach", now).plus(HOUR);
        return SampleShelf.hourOf(now.minus(keep.compareTo(reach) < 0 ? reach : keep));
    }

    private int sweep(MadeStation station, Instant before, Instant now, int most) {
        // what waits to be made is kept, however old it is
        Instant made = SampleShelf.hourOf(station.madeUntil());
        Instant end = made.isBefore(before) ? made : before;
        for (int done = 0; done < most; done++) {
            Optional<DroppedMinutes> dropped =
                    store.write(handle -> DroppedMinutesRecords.oldest(handle, station.station(), end)
                            .flatMap(hour -> DroppedMinutesRecords.drop(handle, station.station(), hour, now)));
            if (dropped.isEmpty()) {
                return done;
            }
            hours.incrementAndGet();
            minutes.addAndGet(dropped.get().minutes());
        }
        return most;
    }
}
