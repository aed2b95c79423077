package io.stackwatch.core.alarm;

import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long nothing was heard of the station of an outlet.
 *
 * @param silentSince when something was heard last, or since when we listen, whichever is later
 * @param warnFrom from which silence on somebody is warned
 * @param graveFrom from which silence on it is graver
 * @param alarm the alarm about the silence, if there is one
 * @param now the moment
 */
public record LinkCase(
        OutletId outlet,
        Instant silentSince,
        Duration warnFrom,
        Duration graveFrom,
        Optional<Alarm> alarm,
        Instant now) {}
