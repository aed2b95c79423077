package io.stackwatch.gateway.api;

import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.station.AdmissionOrder;
import io.stackwatch.gateway.station.Admissions;
import io.stackwatch.gateway.station.AdmitOutcome;
import java.util.List;
import java.util.Optional;

/**
 * Stations and strangers as the interface needs to read them, and the acts that decide about strangers.
 *
 * <p>Every method may block on the store and is called from worker threads only; several at a time.
 */
public interface StationDesk {

    /** Registered and derived stations by MN, behind {@code after}. */
    List<StationView> stations(Optional<String> after, int limit);

    /** A station with everything that is known of how it speaks. */
    Optional<StationView.File> station(String mn);

    /** Entries of the quarantine, newest first, with a smaller id than {@code before}. */
    List<QuarantineView> quarantine(Optional<State> state, Optional<Long> before, int limit);

    /** One entry. */
    Optional<QuarantineView> entry(long id);

    /** The frames of an entry behind a journal record, in order. */
    List<JournalRecord> frames(long id, long after, int limit);

    /** Lets the station of an entry in. */
    AdmitOutcome admit(long id, AdmissionOrder order);

    /** Puts an entry aside; the state that it had before. */
    Optional<State> dismiss(long id, String by, String reason);

    /** Puts every open entry of a host aside in one act; empty if none is open. */
    Optional<Admissions.Dismissed> dismissHost(String host, String by, String reason);

    /** What was decided about an entry. */
    enum State {
        OPEN,
        ADMITTED,
        DISMISSED
    }

    /** A desk without stations, for an interface that shows none. */
    static StationDesk none() {
        return new NoStations();
    }
}
