package io.stackwatch.simulator.fault;

import io.stackwatch.connectors.hj212.client.FrameWriter;
import io.stackwatch.connectors.hj212.client.Upload;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes good frames well, and does what a {@link Strike} says while it lasts. One per logger, in its context. */
public final class FaultyWriter implements FrameWriter {

    private final Vertx vertx;
    private final Clock clock;
    private final List<Strike> strikes;
    private final Map<FaultKind, Fault> faults = new EnumMap<>(FaultKind.class);
    private @Nullable WireScript script;
    private long frames;
    private long spoiled;

    public FaultyWriter(Vertx vertx, Clock clock, List<Strike> strikes) {
        this.vertx = vertx;
        this.clock = clock;
        this.strikes = new ArrayList<>(strikes);
    }

    /** Adds a strike; those that are over are forgotten. */
    public void add(Strike strike) {
        Instant now = clock.instant();
        strikes.removeIf(old -> !old.to().isAfter(now));
        strikes.add(strike);
    }

    /** Forgets all strikes. */
    public void heal() {
        strikes.clear();
    }

    /** How many frames were not written as they should be. */
    public long spoiled() {
        return spoiled;
    }

    @Override
    public void write(NetSocket socket, Upload upload) {
        WireScript playing = script;
        if (playing == null || !playing.isFor(socket)) {
            playing = new WireScript(vertx, socket);
            script = playing;
        }
        playing.play(steps(upload));
    }

    private List<WireStep> steps(Upload upload) {
        Instant now = clock.instant();
        frames++;
        for (Strike strike : strikes) {
            if (strike.covers(now) && frames % strike.every() == 0) {
                spoiled++;
                return faults.computeIfAbsent(strike.kind(), FaultKind::create).instead(upload.frame());
            }
        }
        return List.of(new WireStep.Write(upload.frame()));
    }
}
