package io.stackwatch.core.registry;

/**
 * A data logger (MN) that reports for an outlet over a stretch of time; outside of it the outlet is not connected.
 *
 * @param mn who speaks
 * @param outlet for which outlet
 * @param effective from acceptance of the monitoring facility to its approved removal
 */
public record Station(Mn mn, OutletId outlet, Effective effective) {}
