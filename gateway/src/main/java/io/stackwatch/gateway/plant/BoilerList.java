package io.stackwatch.gateway.plant;

import io.stackwatch.core.exceedance.RuleParameter;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.registry.Boiler;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.transmission.BoilerDuty;
import io.stackwatch.core.transmission.BoilerDuty.Line;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of boilers at an instant, each with its answer; a pure function of registry, parameters and what was heard. */
final class BoilerList {

    /** Rated evaporation from which a kept coal boiler must be on line, t/h. */
    static final String THRESHOLD = "boiler.online-from-evaporation";

    private BoilerList() {}

    /** The boilers that are registered at an instant. */
    static List<Boiler> registered(RegistrySnapshot registry, Instant at) {
        return registry.facts().plant().boilers().stream()
                .filter(boiler -> boiler.effective().contains(at))
                .sorted(Comparator.comparing(Boiler::id))
                .toList();
    }

    /** Who reports for a boiler's outlet at an instant. */
    static Optional<Mn> station(Boiler boiler, RegistrySnapshot registry, Instant at) {
        return boiler.outlet()
                .flatMap(outlet -> registry.registry().stationOf(outlet, at))
                .map(Station::mn);
    }

    /**
     * The answers.
     *
     * @param heard when each station was heard last; one that never was is not in it
     */
    static List<BoilerFile> of(
            RegistrySnapshot registry, RuleParameters parameters, Map<String, Instant> heard, Instant at) {
        Optional<RuleParameter> threshold = parameters.find(THRESHOLD, at);
        Optional<BigDecimal> tons = threshold.map(RuleParameter::value).map(BigDecimal::new);
        return registered(registry, at).stream()
                .map(boiler -> {
                    Optional<Mn> station = station(boiler, registry, at);
                    Optional<Instant> last = station.map(Mn::value).map(heard::get);
                    return new BoilerFile(
                            boiler,
                            registry.registry().enterpriseAt(boiler.enterprise(), at),
                            BoilerDuty.of(boiler, tons, line(boiler, station, last)),
                            threshold,
                            station,
                            last);
                })
                .toList();
    }

    private static Line line(Boiler boiler, Optional<Mn> station, Optional<Instant> last) {
        if (boiler.outlet().isEmpty()) {
            return Line.NO_OUTLET;
        }
        if (station.isEmpty()) {
            return Line.NOT_CONNECTED;
        }
        return last.isPresent() ? Line.ON_LINE : Line.NEVER_DELIVERED;
    }
}
