package io.stackwatch.gateway.station;

import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.QuarantineRow;
import java.time.Instant;
import java.util.Optional;

/**
 * One frame of somebody who was not let in.
 *
 * @param mn the station as claimed; empty where the frame names none, or names one that nobody can have
 * @param host the sender's address without port
 * @param reason why, as the session says
 * @param at when it arrived, to the millisecond as the store keeps it
 * @param sequence the journal record
 * @param peer the sender's address, {@code host:port}
 */
record Stranger(String mn, String host, String reason, Instant at, long sequence, String peer) {

    /** The stranger of a quarantined record; empty for any other. */
    static Optional<Stranger> of(JournalRecord record) {
        Arrival arrival = record.arrival();
        if (arrival.disposition() != Arrival.Disposition.QUARANTINED) {
            return Optional.empty();
        }
        return Optional.of(new Stranger(
                arrival.station()
                        .map(mn -> mn.value())
                        .filter(mn -> mn.chars().noneMatch(Character::isISOControl))
                        .orElse(""),
                host(arrival.peer()),
                Detail.value(arrival.detail(), "reason").orElse("UNKNOWN"),
                Instant.ofEpochMilli(arrival.arrivedAt().toEpochMilli()),
                record.sequence(),
                arrival.peer()));
    }

    /** The address of a peer without its port. */
    static String host(String peer) {
        int colon = peer.lastIndexOf(':');
        return colon > 0 ? peer.substring(0, colon) : peer;
    }

    /** The same under another name, where there are too many. */
    Stranger as(String otherMn, String otherHost, String otherReason) {
        return new Stranger(otherMn, otherHost, otherReason, at, sequence, peer);
    }

    QuarantineRow entry() {
        return new QuarantineRow(
                sequence,
                mn,
                host,
                reason,
                at,
                at,
                sequence,
                peer,
                1,
                QuarantineRow.State.OPEN,
                Optional.empty(),
                Optional.empty());
    }
}
