package io.stackwatch.simulator.conform;

import java.util.Optional;

/**
 * Which stations play in a case.
 *
 * @param main the station
 * @param second another one that the platform knows too
 * @param unknownMn an MN that nobody knows
 */
record Casting(Station main, Optional<Station> second, String unknownMn) {}
