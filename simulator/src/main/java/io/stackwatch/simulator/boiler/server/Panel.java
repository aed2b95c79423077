package io.stackwatch.simulator.boiler.server;

import io.stackwatch.simulator.boiler.BoilerFigures;
import io.stackwatch.simulator.boiler.BoilerQuantity;
import io.stackwatch.simulator.boiler.Instruments;
import io.stackwatch.simulator.boiler.Sample;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The instruments of one boiler while the server runs, and before and after. Safe for use by several threads: commands
 * change it while values are read.
 */
final class Panel {

    private record Moment(Instruments instruments, Instant at, BoilerFigures truth) {}

    private final SampleGrid grid;
    private volatile Instruments instruments;
    private volatile Moment last;

    Panel(Instruments instruments, SampleGrid grid, Instant now) {
        this.grid = grid;
        this.instruments = instruments;
        this.last = new Moment(instruments, now, instruments.truth(now));
    }

    String name() {
        return instruments.name();
    }

    Instruments instruments() {
        return instruments;
    }

    synchronized void change(UnaryOperator<Instruments> change) {
        instruments = change.apply(instruments);
    }

    /** What is shown of a quantity at an instant of the grid; nothing from a silent node. */
    Optional<Sample> sample(BoilerQuantity quantity, Instant at) {
        Instruments now = instruments;
        return now.sample(quantity, at, truth(now, at));
    }

    /** What is shown, or was shown last. */
    Sample shown(BoilerQuantity quantity, Instant now) {
        Instruments these = instruments;
        Instant at = grid.atOrBefore(now);
        Optional<Sample> sample = these.sample(quantity, at, truth(these, at));
        while (sample.isEmpty()) {
            Instant since = these.silentSince(quantity, at).orElse(at);
            at = grid.atOrBefore(since.minusMillis(1));
            sample = these.sample(quantity, at, truth(these, at));
        }
        return sample.get();
    }

    /** Fifteen nodes ask for the same instant: it is reckoned once. */
    private BoilerFigures truth(Instruments these, Instant at) {
        Moment known = last;
        if (known.instruments == these && known.at.equals(at)) {
            return known.truth;
        }
        BoilerFigures truth = these.truth(at);
        last = new Moment(these, at, truth);
        return truth;
    }
}
