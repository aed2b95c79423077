package io.stackwatch.gateway.station;

import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.JournalRecord;
import java.util.List;
import java.util.Optional;

/** Which logger without an MN is meant (HJ 212-2025 6.8, CN=1001): behind NAT several may ask from one address. Pure. */
final class Asking {

    /** What the hardware ids are called. */
    private static final List<String> IDS = List.of("i23005-Info", "i23006-Info", "i23007-Info", "i23008-Info");

    private Asking() {}

    /** Whether the frames may be of one logger: no two of them show different hardware ids. */
    static boolean isOne(List<JournalRecord> frames) {
        return frames.stream()
                        .flatMap(frame -> ids(frame.arrival()).stream())
                        .distinct()
                        .count()
                <= 1;
    }

    private static Optional<List<List<String>>> ids(Arrival arrival) {
        return Frame.of(arrival.bytes())
                .map(DataSegment::of)
                .filter(segment -> segment.text(HeaderField.CN).equals(Optional.of("1001")))
                .map(segment -> IDS.stream().map(segment::values).toList());
    }
}
