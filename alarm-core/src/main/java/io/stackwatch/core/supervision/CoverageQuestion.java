package io.stackwatch.core.supervision;

import io.stackwatch.core.exceedance.RuleParameter;
import io.stackwatch.core.registry.Boiler;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Registry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What coverage is asked with.
 *
 * @param registry who is watched
 * @param boilers the city's list of boilers
 * @param heard when each station was heard last; one that never was is not in it
 * @param boilerThreshold the row that says from which evaporation a kept coal boiler must be on line, t/h; empty while none is in force
 * @param silentAfter after how long without a word a station is silent
 * @param at at which instant
 */
public record CoverageQuestion(
        Registry registry,
        List<Boiler> boilers,
        Map<Mn, Instant> heard,
        Optional<RuleParameter> boilerThreshold,
        Duration silentAfter,
        Instant at) {

    public CoverageQuestion {
        boilers = List.copyOf(boilers);
        heard = Map.copyOf(heard);
    }

    /** The evaporation from which on a kept coal boiler must be on line, t/h. */
    Optional<BigDecimal> boilerTons() {
        return boilerThreshold.map(RuleParameter::value).map(BigDecimal::new);
    }
}
