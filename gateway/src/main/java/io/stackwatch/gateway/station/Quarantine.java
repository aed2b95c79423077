package io.stackwatch.gateway.station;

import io.stackwatch.gateway.records.AdmissionRecords;
import io.stackwatch.gateway.records.QuarantineRecords;
import io.stackwatch.gateway.records.QuarantineRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Keeps who was not let in: one entry for each claimed station, host and reason, and a bounded number of open ones, so that
 * nobody fills the store with invented names.
 */
final class Quarantine {

    /** The reason of the entry that stands for all further names of a host. */
    static final String MANY_NAMES = "MANY_NAMES";

    /** The reason of the entry that stands for all further hosts. */
    static final String MANY_HOSTS = "MANY_HOSTS";

    private final int mostOfHost;
    private final int most;

    /**
     * @param mostOfHost open entries of one host; further names are counted in one entry
     * @param most open entries in all; further hosts are counted in one entry
     */
    Quarantine(int mostOfHost, int most) {
        this.mostOfHost = mostOfHost;
        this.most = most;
    }

    /** Keeps strangers, in the order in which they came. */
    void keep(Handle handle, List<Stranger> strangers) {
        for (Stranger stranger : strangers) {
            keep(handle, stranger);
        }
    }

    private void keep(Handle handle, Stranger stranger) {
        Optional<QuarantineRow> known =
                QuarantineRecords.latest(handle, stranger.mn(), stranger.host(), stranger.reason());
        if (known.isPresent() && belongs(known.get(), stranger.at())) {
            QuarantineRecords.save(handle, known.get().with(stranger.at(), stranger.sequence(), stranger.peer()));
            known.get()
                    .admission()
                    .ifPresent(admission -> AdmissionRecords.more(handle, admission, stranger.sequence()));
            return;
        }
        if (stranger.reason().equals(MANY_HOSTS) || stranger.reason().equals(MANY_NAMES)) {
            QuarantineRecords.save(handle, stranger.entry());
        } else if (QuarantineRecords.open(handle) >= most) {
            keep(handle, stranger.as("", "", MANY_HOSTS));
        } else if (QuarantineRecords.open(handle, stranger.host()) >= mostOfHost) {
            keep(handle, stranger.as("", stranger.host(), MANY_NAMES));
        } else {
            QuarantineRecords.save(handle, stranger.entry());
        }
    }

    /** Whether a frame belongs to an entry: always, unless it came after its station was let in. */
    private static boolean belongs(QuarantineRow entry, Instant at) {
        return entry.state() != QuarantineRow.State.ADMITTED
                || entry.decidedAt().filter(until -> !at.isAfter(until)).isPresent();
    }
}
