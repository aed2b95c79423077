package io.stackwatch.gateway.station;

import io.stackwatch.connectors.hj212.codec.CodecLimits;
import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.connectors.hj212.session.Reason;
import io.stackwatch.connectors.hj212.session.Session;
import io.stackwatch.connectors.hj212.session.SessionState;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.gateway.journal.Arrival;
import java.util.Optional;

/**
 * Judges a quarantined frame once more, as the session would if its sender sent it under another profile. The same bytes,
 * sender and profile give the same answer. For one thread at a time.
 */
final class SecondLook {

    private final SegmentReader reader = new SegmentReader(CodecLimits.defaults());

    /** Whether the frame would be accepted from whoever sent it. Nothing is without a profile. */
    boolean accepts(Arrival arrival, Optional<StationProfile> profile) {
        Session session =
                new Session(reader, mn -> profile.filter(known -> known.mn().equals(mn)), CommandTable.standard());
        return Frame.of(arrival.bytes())
                .map(frame -> session.step(frame, SessionState.initial(), arrival.peer())
                        .report()
                        .reason())
                .filter(reason -> reason == Reason.IN_ORDER)
                .isPresent();
    }
}
