package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A station: how it is connected, and how much it deviates.
 *
 * @param kind who makes its frames
 * @param source the OPC UA source whose values they are, of a derived one
 * @param edition by registration
 * @param encrypted by registration
 * @param link the connection through which it is reached now
 * @param heard what was heard of it so far
 * @param deviations how many deviations go on
 * @param asRegistered whether it speaks as registered in every respect that was heard
 */
public record StationView(
        String mn,
        String outlet,
        Kind kind,
        Optional<Mn> source,
        String edition,
        boolean encrypted,
        Optional<Link> link,
        Optional<Heard> heard,
        int deviations,
        boolean asRegistered) {

    /** Who makes the frames of a station. */
    public enum Kind {
        /** A data logger that was registered. */
        LOGGER,
        /** We, of the values of an OPC UA source. */
        DERIVED
    }

    /** A connection. */
    public record Link(String peer, Instant since, Instant heardAt) {}

    /** Accepted frames so far; the sequences are records of the journal. */
    public record Heard(Instant firstAt, long firstSequence, Instant lastAt, long lastSequence, long frames) {}

    /** The registration without password and keys. */
    public record Profile(
            String edition,
            String crc,
            String passwordPolicy,
            long minuteIntervalMinutes,
            boolean labelAtEnd,
            List<String> units,
            String encryption,
            String plaintext,
            long answerWithinSeconds,
            int resends,
            long resultWithinSeconds,
            int outstanding,
            List<String> refusedFindings,
            List<String> peers,
            Instant from,
            Optional<Instant> until) {}

    /** How it speaks in one respect; {@code evidence} is the first record that shows it. */
    public record Behaviour(
            String aspect,
            String says,
            Instant since,
            long evidence,
            Optional<String> registered,
            Optional<String> standard,
            boolean asRegistered,
            boolean asStandard) {}

    /** One way in which it deviates; the sequences are the records that show it. */
    public record Deviation(
            String finding,
            boolean goesOn,
            Instant since,
            long sinceSequence,
            Instant firstAt,
            long firstSequence,
            Instant lastAt,
            long lastSequence,
            long times) {}

    /** It began to speak differently. */
    public record Change(String aspect, String was, String became, Instant at, long evidence) {}

    /** An upload that came in packets of which some are missing and not awaited any more; the sequences are its records. */
    public record Packets(
            String systemCode,
            int command,
            Instant dataTime,
            int packets,
            List<Integer> missing,
            Instant firstAt,
            long firstSequence,
            Instant lastAt,
            long lastSequence) {}

    /** A key, without the key. */
    public record Key(
            int number, Instant enteredAt, String enteredBy, Optional<Instant> from, Optional<Instant> until) {}

    /** What somebody did to it. */
    public record Deed(long number, String kind, Instant at, String by, String reason, String detail) {}

    /** A station with everything that is known of how it speaks. */
    public record File(
            StationView station,
            Profile profile,
            List<Behaviour> behaviour,
            List<Deviation> deviations,
            List<Change> changes,
            List<Packets> incompletePackets,
            List<Key> keys,
            List<Deed> acts) {}
}
