package io.stackwatch.gateway.station;

import io.stackwatch.core.registry.Mn;
import java.util.Map;
import java.util.Optional;

/**
 * How an officer lets somebody in.
 *
 * @param by who
 * @param reason why
 * @param mn the MN that is given to one who has none
 * @param cells columns of {@code stations.csv} that are stated; the others are taken from the registration in force, or else
 *     from what the frames show
 * @param passwordFromFrames whether the password is the one that the newest frame has
 * @param onlyThisHost whether frames from other hosts stay where they are
 * @param replaces the station that reported for the outlet so far and ends with this
 * @param frame of loggers without MN, the journal record with which the one asked that is meant: behind NAT several may ask
 *     from one address
 */
public record AdmissionOrder(
        String by,
        String reason,
        Optional<Mn> mn,
        Map<String, String> cells,
        boolean passwordFromFrames,
        boolean onlyThisHost,
        Optional<Mn> replaces,
        Optional<Long> frame) {

    public AdmissionOrder {
        cells = Map.copyOf(cells);
    }

    /** An order that names no frame. */
    public AdmissionOrder(
            String by,
            String reason,
            Optional<Mn> mn,
            Map<String, String> cells,
            boolean passwordFromFrames,
            boolean onlyThisHost,
            Optional<Mn> replaces) {
        this(by, reason, mn, cells, passwordFromFrames, onlyThisHost, replaces, Optional.empty());
    }
}
