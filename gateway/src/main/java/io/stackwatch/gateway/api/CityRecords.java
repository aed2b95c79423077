package io.stackwatch.gateway.api;

import io.stackwatch.core.alarm.AlarmActing;
import io.stackwatch.core.alarm.AlarmOrder;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.records.OwnedBy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The records of decisions as the interface needs to read them.
 *
 * <p>Every method may block on the store and is called from worker threads only; several at a time. Lists hold at most
 * {@code limit} items and continue strictly behind a place that the item before them gave.
 */
public interface CityRecords {

    /** Outlets by id, behind {@code after}, of this owner and of enterprises that are registered in his region. */
    List<OutletView> outlets(OwnedBy owned, Optional<OutletId> after, int limit);

    Optional<OutletView> outlet(OutletId id);

    /** The newest verdicts on hours that start in the period, newest hour first, then by factor. */
    List<HourView> hours(HourQuery query, Optional<HourPlace> after, int limit);

    /** Where an hour came from that we made; the samples only of a factor that is named. */
    MadeView made(OutletId outlet, Instant hour, Optional<FactorCode> factor);

    /** What is missing of an outlet in a period, and what was asked for because of that. */
    GapsView gaps(OutletId outlet, Instant from, Instant until);

    /** Alarms, newest first, then by id. */
    List<AlarmView> alarms(AlarmFilter filter, Optional<Place> after, int limit);

    Optional<AlarmView.History> alarm(String id);

    /** Does to an alarm what a named person wants; empty if there is no such alarm. */
    Optional<Acted> act(String alarm, AlarmOrder order, Instant at);

    /** Who was told of an alarm, and who was not and why, oldest first; empty if there is no such alarm. */
    Optional<List<ToldView>> told(String alarm);

    /** Events with a number above {@code number}, in order. */
    List<AlarmView.Event> eventsAfter(long number, int limit);

    /** The number of the newest event; 0 if there is none. */
    long lastEvent();

    /** Candidate cases of enterprises in this region, newest first, then by id. */
    List<CaseView> cases(Optional<RegionCode> region, Optional<Place> after, int limit);

    Optional<CaseView.File> caseFile(String id);

    /** Which hours are asked for; all factors where none is named. */
    record HourQuery(OutletId outlet, Optional<FactorCode> factor, Instant from, Instant until) {}

    /** Where a page of hours ends. */
    record HourPlace(Instant start, FactorCode factor) {}

    /** Where a page of alarms or cases ends: the instant that it is ordered by, and the id. */
    record Place(Instant at, String id) {}

    /** Which alarms are asked for; everything that is empty lets all pass. */
    record AlarmFilter(Optional<State> state, Optional<String> type, Optional<OutletId> outlet, OwnedBy owned) {

        /** One side of the two that an alarm's state has. */
        public enum State {
            ACTIVE,
            CLEARED,
            OPEN,
            ACKNOWLEDGED
        }
    }

    /**
     * What became of an act on an alarm.
     *
     * @param refused why it was not done; empty if it was
     */
    record Acted(Optional<AlarmActing.Refused> refused) {}
}
