package io.stackwatch.gateway.api;

import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.station.AdmissionOrder;
import io.stackwatch.gateway.station.Admissions;
import io.stackwatch.gateway.station.AdmitOutcome;
import java.util.List;
import java.util.Optional;

/** A desk at which there is nothing. */
final class NoStations implements StationDesk {

    @Override
    public List<StationView> stations(Optional<String> after, int limit) {
        return List.of();
    }

    @Override
    public Optional<StationView.File> station(String mn) {
        return Optional.empty();
    }

    @Override
    public List<QuarantineView> quarantine(Optional<State> state, Optional<Long> before, int limit) {
        return List.of();
    }

    @Override
    public Optional<QuarantineView> entry(long id) {
        return Optional.empty();
    }

    @Override
    public List<JournalRecord> frames(long id, long after, int limit) {
        return List.of();
    }

    @Override
    public AdmitOutcome admit(long id, AdmissionOrder order) {
        return new AdmitOutcome.NoSuchEntry();
    }

    @Override
    public Optional<Admissions.Dismissed> dismissHost(String host, String by, String reason) {
        return Optional.empty();
    }

    @Override
    public Optional<State> dismiss(long id, String by, String reason) {
        return Optional.empty();
    }
}
