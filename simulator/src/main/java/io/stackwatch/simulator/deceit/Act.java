package io.stackwatch.simulator.deceit;

import java.time.Instant;

/**
 * Something that was done at the station.
 *
 * @param calibration whether it was a calibration; else a parameter was set
 * @param factor code of the factor
 * @param at when
 * @param filed whether it was announced
 */
public record Act(boolean calibration, String factor, Instant at, boolean filed) {}
