package io.stackwatch.gateway.journal;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Arrivals for tests, with fixed instants. */
public final class Arrivals {

    /** The instant at which the first of them arrived. */
    public static final Instant MORNING = Instant.parse("2026-03-02T00:00:00.123456789Z");

    /** A registered station. */
    public static final Mn STATION = new Mn("88888880000001");

    private Arrivals() {}

    /** The n-th accepted frame of {@link #STATION}, a second after the one before. */
    public static Arrival frame(int n) {
        return frame(STATION, n);
    }

    /** The n-th accepted frame of a station. */
    public static Arrival frame(Mn station, int n) {
        return of(
                station, MORNING.plusSeconds(n), Disposition.ACCEPTED, "##0099QN=" + n + ";MN=" + station + ";CP=&&&&");
    }

    /** Anything. */
    public static Arrival of(Mn station, Instant arrivedAt, Disposition disposition, String text) {
        return new Arrival(
                arrivedAt,
                "hj212",
                "192.0.2.7:40123",
                Optional.of(station),
                disposition,
                "crc=HJ212",
                text.getBytes(StandardCharsets.UTF_8));
    }
}
