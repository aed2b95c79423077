package io.stackwatch.gateway.history;

import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.mapping.FactorTable;
import io.stackwatch.connectors.hj212.mapping.FrameReadings;
import io.stackwatch.connectors.hj212.session.FrameOpener;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.JournalRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Readings in accepted HJ 212 frames, each at the outlet for which the station reported at the time that the reading speaks
 * of; what has no outlet is left out. For one thread: a mapping holds memory that is used again.
 */
public final class Hj212Entries implements RecordEntries {

    /** Loggers, and the frames that we make where there is none (decision record 0026). */
    private static final Set<String> CONNECTORS = Set.of("hj212", "made");

    private final FrameOpener opener = new FrameOpener();
    private final FrameReadings mapping = new FrameReadings(FactorTable.standard());
    private final Stations stations;

    public Hj212Entries(Stations stations) {
        this.stations = stations;
    }

    /** The registry as far as the history needs it. Must answer from memory. */
    public interface Stations {

        /** How the station of a record spoke, with the keys that may open it; empty if it was not registered. */
        Optional<StationProfile> profileOf(Arrival arrival);

        /** Which outlet the station reported for at this instant. */
        Optional<OutletId> outletAt(Mn station, Instant instant);
    }

    @Override
    public List<ReadingLog.Entry> of(JournalRecord record) {
        Arrival arrival = record.arrival();
        if (arrival.disposition() != Arrival.Disposition.ACCEPTED || !CONNECTORS.contains(arrival.connector())) {
            return List.of();
        }
        Optional<StationProfile> profile = stations.profileOf(arrival);
        Optional<Frame> frame =
                profile.flatMap(known -> opener.read(arrival.bytes(), profile).frame());
        if (profile.isEmpty() || frame.isEmpty()) {
            return List.of();
        }
        return mapping.of(frame.get(), profile.get()).readings().stream()
                .flatMap(reading -> stations.outletAt(reading.station(), reading.start()).stream()
                        .map(outlet -> new ReadingLog.Entry(outlet, reading)))
                .toList();
    }
}
