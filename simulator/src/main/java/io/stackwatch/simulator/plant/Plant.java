package io.stackwatch.simulator.plant;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * One pretended plant with its stack: what comes out at any instant, as a pure function of the seed and the time.
 *
 * <p>The quantities hang together: the load follows the hour of the day and drifts; less load means more excess air and
 * so more oxygen; concentrations are made at the reference oxygen and diluted to the oxygen of the moment; flow follows
 * from velocity, area, temperature, pressure and moisture (HJ 75-2017, formula for dry standard flow). Immutable and safe
 * for use by several threads.
 */
public final class Plant {

    private static final double AMBIENT_OXYGEN = 20.9;
    private static final double AMBIENT_TEMPERATURE = 14;
    private static final double AMBIENT_HUMIDITY = 1.5;
    private static final double KILOPASCAL_STANDARD = 101.325;

    private final PlantKind kind;
    private final double size;
    private final Noise noise;
    private final ZoneId zone;
    private final List<Episode> episodes;
    private final List<Outage> outages;

    /**
     * @param size multiple of the kind's duct area
     * @param zone whose hours of the day the load follows
     */
    public Plant(PlantKind kind, double size, long seed, ZoneId zone, List<Episode> episodes, List<Outage> outages) {
        if (!(size > 0)) {
            throw new IllegalArgumentException("the size of a plant must be above 0: " + size);
        }
        this.kind = kind;
        this.size = size;
        this.noise = new Noise(seed);
        this.zone = zone;
        this.episodes = List.copyOf(episodes);
        this.outages = List.copyOf(outages);
    }

    /** The same plant with one more episode. */
    public Plant with(Episode episode) {
        List<Episode> more = new ArrayList<>(episodes);
        more.add(episode);
        return new Plant(kind, size, noise, zone, more, outages);
    }

    private Plant(PlantKind kind, double size, Noise noise, ZoneId zone, List<Episode> episodes, List<Outage> outages) {
        this.kind = kind;
        this.size = size;
        this.noise = noise;
        this.zone = zone;
        this.episodes = List.copyOf(episodes);
        this.outages = List.copyOf(outages);
    }

    /** The fraction of its output that it can have at that instant: 0 while it stands, 1 while nothing holds it up. */
    public double runningAt(Instant instant) {
        return runningAt(instant.getEpochSecond() + instant.getNano() / 1e9);
    }

    /** What goes through the stack at that instant. */
    public StackGas gasAt(Instant instant) {
        double second = instant.getEpochSecond() + instant.getNano() / 1e9;
        double running = runningAt(second);
        double load = running * loadAt(instant, second);
        double oxygen = oxygenAt(second, running, load);
        double dilution = (21 - oxygen) / (21 - kind.referenceOxygen());
        double share = 0.85 + 0.15 * load;

        double velocity = kind.velocity() * (0.05 + 0.95 * load) * (1 + 0.02 * noise.fast(5, second));
        double temperature = AMBIENT_TEMPERATURE
                + (kind.temperature() - AMBIENT_TEMPERATURE) * (0.75 + 0.25 * load) * running
                + 1.5 * noise.drift(6, second);
        double humidity = AMBIENT_HUMIDITY + (kind.humidity() - AMBIENT_HUMIDITY) * running * share;
        double pressure = kind.pressure() * (0.4 + 0.6 * load) + 0.01 * noise.fast(7, second);
        double flow = velocity
                * kind.area()
                * size
                * 273
                / (273 + temperature)
                * (KILOPASCAL_STANDARD + pressure)
                / KILOPASCAL_STANDARD
                * (1 - humidity / 100);
        return new StackGas(
                load,
                concentration(Quantity.PARTICULATES, kind.particulates(), 1, second) * dilution * share,
                concentration(Quantity.SULPHUR_DIOXIDE, kind.sulphurDioxide(), 2, second) * dilution * share,
                concentration(Quantity.NITROGEN_OXIDES, kind.nitrogenOxides(), 3, second) * dilution * share,
                oxygen,
                velocity,
                temperature,
                pressure,
                humidity,
                flow);
    }

    /** At the reference oxygen. */
    private double concentration(Quantity quantity, double typical, int channel, double second) {
        double factor = 1;
        for (Episode episode : episodes) {
            if (episode.quantity() == quantity) {
                factor *= episode.factorAt(second);
            }
        }
        return typical * factor * (1 + 0.10 * noise.drift(channel, second) + 0.04 * noise.fast(channel, second));
    }

    private double oxygenAt(double second, double running, double load) {
        double burning = kind.oxygen() + 2.5 * (kind.ratedLoad() - load) + 0.25 * noise.drift(4, second);
        double bounded = Math.max(0.5, Math.min(AMBIENT_OXYGEN, burning));
        return AMBIENT_OXYGEN - (AMBIENT_OXYGEN - bounded) * Math.min(1, running * 1.5);
    }

    /** A daily curve with its low point at four in the morning, and a slow drift. */
    private double loadAt(Instant instant, double second) {
        double hour = instant.atZone(zone).toLocalTime().toSecondOfDay() / 3600.0;
        double curve = -Math.cos((hour - 4) / 24 * 2 * Math.PI);
        double load = kind.ratedLoad() + kind.dailySwing() * curve + 0.04 * noise.drift(0, second);
        return Math.max(0.3, Math.min(1.05, load));
    }

    private double runningAt(double second) {
        double running = 1;
        for (Outage outage : outages) {
            running = Math.min(running, outage.runningAt(second));
        }
        return running;
    }
}
