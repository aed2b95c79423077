package io.stackwatch.gateway.plant;

import io.stackwatch.core.exceedance.RuleParameter;
import io.stackwatch.core.registry.Boiler;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.transmission.BoilerDuty;
import java.time.Instant;
import java.util.Optional;

/**
 * A boiler and what is to be said of it.
 *
 * @param boiler as it is registered now
 * @param enterprise whose it is, if that is registered now
 * @param answer whether it must be on line, and whether it is
 * @param threshold the parameter that decided; empty while none is in force
 * @param station what reports for its outlet
 * @param heardAt when that was last heard
 */
public record BoilerFile(
        Boiler boiler,
        Optional<Enterprise> enterprise,
        BoilerDuty.Answer answer,
        Optional<RuleParameter> threshold,
        Optional<Mn> station,
        Optional<Instant> heardAt) {}
