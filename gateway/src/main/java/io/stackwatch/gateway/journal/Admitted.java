package io.stackwatch.gateway.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What the detail of a record says that was journaled again because its station was admitted (decision record 0021): which
 * record was the first copy, when that arrived, and who let it in.
 *
 * <p>Two times are kept: the frame was there at {@code firstArrival}, and we were allowed to know it at the arrival of the
 * record that says so.
 *
 * @param firstSequence the quarantined record
 * @param firstArrival when that arrived
 * @param by who admitted the station
 */
public record Admitted(long firstSequence, Instant firstArrival, String by) {

    private static final String LEAD = "admitted=";
    private static final String ARRIVED = ";arrived=";
    private static final String BY = ";by=";
    private static final int LONGEST = 255;

    /** What a record says of its admission; empty for one that came in by itself. */
    public static Optional<Admitted> of(Arrival arrival) {
        String detail = arrival.detail();
        if (!detail.startsWith(LEAD)) {
            return Optional.empty();
        }
        int arrived = detail.indexOf(ARRIVED);
        int by = detail.indexOf(BY, Math.max(arrived, 0));
        if (arrived < 0 || by < 0) {
            return Optional.empty();
        }
        int end = detail.indexOf(';', by + 1);
        try {
            return Optional.of(new Admitted(
                    Long.parseLong(detail.substring(LEAD.length(), arrived)),
                    Instant.parse(detail.substring(arrived + ARRIVED.length(), by)),
                    detail.substring(by + BY.length(), end < 0 ? detail.length() : end)));
        } catch (NumberFormatException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** When the bytes first came: the arrival of the first copy for an admitted record, its own for any other. */
    public static Instant heardAt(Arrival arrival) {
        return of(arrival).map(Admitted::firstArrival).orElse(arrival.arrivedAt());
    }

    /**
     * The accepted copy of a quarantined record.
     *
     * @param first the quarantined record
     * @param at when it is journaled again
     * @param by who admitted the station; without semicolons
     */
    public static Arrival again(JournalRecord first, Instant at, String by) {
        Arrival before = first.arrival();
        String detail = LEAD + first.sequence() + ARRIVED + before.arrivedAt() + BY + by + findings(before.detail());
        return new Arrival(
                at,
                before.connector(),
                before.peer(),
                before.station(),
                Arrival.Disposition.ACCEPTED,
                detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail,
                before.bytes());
    }

    /** The connector's words without the reason why it was set aside. */
    private static String findings(String detail) {
        StringBuilder kept = new StringBuilder();
        for (String part : detail.split(";", -1)) {
            if (!part.isEmpty() && !part.startsWith("reason=")) {
                kept.append(';').append(part);
            }
        }
        return kept.toString();
    }
}
