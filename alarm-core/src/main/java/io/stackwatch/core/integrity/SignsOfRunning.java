package io.stackwatch.core.integrity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What shows that a plant runs, beside its oxygen: load, heat, moisture and flow of an hour. */
final class SignsOfRunning {

    private final Optional<Series> load;
    private final Optional<Series> temperature;
    private final Optional<Series> moisture;
    private final Optional<Series> flow;
    private final Terms terms;

    private SignsOfRunning(OutletView view, boolean withFlow, Terms terms) {
        this.load = view.of(Role.LOAD);
        this.temperature = view.of(Role.TEMPERATURE);
        this.moisture = view.of(Role.MOISTURE);
        this.flow = withFlow ? view.of(Role.FLOW) : Optional.empty();
        this.terms = terms;
    }

    static SignsOfRunning all(OutletView view, Terms terms) {
        return new SignsOfRunning(view, true, terms);
    }

    static SignsOfRunning withoutFlow(OutletView view, Terms terms) {
        return new SignsOfRunning(view, false, terms);
    }

    /** How many kinds of signs are reported at all. */
    int known() {
        return (int) Stream.of(load, temperature, moisture, flow)
                .filter(Optional::isPresent)
                .count();
    }

    /** The signs of an hour in words, as many as there are. */
    List<String> at(Instant hour) {
        return Stream.of(
                        above(load, hour, terms.decimal("running.load-above")),
                        above(temperature, hour, terms.decimal("running.hot-above")),
                        above(moisture, hour, terms.decimal("running.moist-above")),
                        flow.flatMap(series -> above(flow, hour, usual(series))))
                .flatMap(Optional::stream)
                .toList();
    }

    private BigDecimal usual(Series series) {
        return Figures.median(series.values()).multiply(terms.decimal("running.flow-share"));
    }

    private static Optional<String> above(Optional<Series> series, Instant hour, BigDecimal bound) {
        return series.flatMap(known -> known.at(hour)
                .filter(value -> value.compareTo(bound) > 0)
                .map(value -> known.watched().role().name().toLowerCase(Locale.ROOT) + " " + Figures.shown(value) + " "
                        + known.watched().unit()));
    }
}
