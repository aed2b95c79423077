package io.stackwatch.simulator.boiler;

import io.stackwatch.simulator.fault.Disorder;
import io.stackwatch.simulator.fault.DisorderKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The instruments of one boiler and what is wrong with them: samples as a pure function of the time, so that history is
 * what was shown, without anything being kept. Immutable and safe for use by several threads.
 */
public final class Instruments {

    private final BoilerPlan plan;
    private final ZoneId zone;
    private final List<Disorder> disorders;
    private final Boiler boiler;

    /** @param zone whose hours of the day the demand follows */
    public Instruments(BoilerPlan plan, ZoneId zone) {
        this(plan, zone, plan.disorders());
    }

    private Instruments(BoilerPlan plan, ZoneId zone, List<Disorder> disorders) {
        this.plan = plan;
        this.zone = zone;
        this.disorders = List.copyOf(disorders);
        List<Spell> trips = disorders.stream()
                .filter(disorder -> disorder.kind() == DisorderKind.ABATEMENT_TRIP)
                .map(trip -> new Spell(trip.from(), trip.to()))
                .toList();
        this.boiler = new Boiler(plan.design(), plan.fires(), trips, plan.seed(), zone);
    }

    /** The name of the boiler. */
    public String name() {
        return plan.name();
    }

    /** What the boiler really does. */
    public BoilerFigures truth(Instant at) {
        return boiler.at(at);
    }

    /**
     * What is shown of a quantity; nothing if its node is silent.
     *
     * @param truth what the boiler really does at that instant
     */
    public Optional<Sample> sample(BoilerQuantity quantity, Instant at, BoilerFigures truth) {
        double figure = truth.of(quantity);
        Sample.Quality quality = Sample.Quality.GOOD;
        Duration offset = Duration.ZERO;
        for (Disorder disorder : disorders) {
            if (!disorder.covers(at) || !disorder.isAbout(quantity.nodeName())) {
                continue;
            }
            switch (disorder.kind()) {
                case STUCK -> figure = boiler.at(disorder.from()).of(quantity);
                case BAD_STATUS -> quality = Sample.Quality.BAD;
                case UNCERTAIN_STATUS -> quality = worse(quality);
                case SILENT_NODE -> {
                    return Optional.empty();
                }
                case CLOCK_OFF -> offset = disorder.offset();
                case ABATEMENT_TRIP, SERVER_STOP, NEW_CERTIFICATE, SESSION_DROP -> {
                    // of the process or of the server
                }
            }
        }
        return Optional.of(new Sample(quantity.shown(figure), quality, at.plus(offset)));
    }

    /** When the silence of that node began; empty if it is not silent. */
    public Optional<Instant> silentSince(BoilerQuantity quantity, Instant at) {
        return disorders.stream()
                .filter(disorder -> disorder.kind() == DisorderKind.SILENT_NODE)
                .filter(disorder -> disorder.covers(at) && disorder.isAbout(quantity.nodeName()))
                .map(Disorder::from)
                .min(Instant::compareTo);
    }

    /**
     * The same with one more thing wrong; what was over long ago is forgotten.
     *
     * @param forgetBefore what ended before is of no more interest to anybody
     */
    public Instruments with(Disorder disorder, Instant forgetBefore) {
        List<Disorder> more = new ArrayList<>(disorders);
        more.removeIf(old -> old.to().isBefore(forgetBefore));
        more.add(disorder);
        return new Instruments(plan, zone, more);
    }

    /** The same with everything that is wrong being over at that instant, and nothing wrong being to come. */
    public Instruments healed(Instant now) {
        List<Disorder> past = disorders.stream()
                .filter(disorder -> disorder.from().isBefore(now))
                .map(disorder -> disorder.until(now))
                .toList();
        return new Instruments(plan, zone, past);
    }

    /** How many things are wrong at that instant. */
    public int wrong(Instant at) {
        return (int) disorders.stream().filter(disorder -> disorder.covers(at)).count();
    }

    private static Sample.Quality worse(Sample.Quality quality) {
        return quality == Sample.Quality.BAD ? quality : Sample.Quality.UNCERTAIN;
    }
}
