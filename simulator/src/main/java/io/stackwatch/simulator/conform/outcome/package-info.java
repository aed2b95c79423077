/**
 * What an examination came to, on paper: table for the terminal, JUnit XML for a build, one page for a vendor.
 *
 * <p>Belongs here: counting and writing down. Pure functions of the results; the time is an argument. Does not belong here:
 * playing cases (conform).
 */
@NullMarked
package io.stackwatch.simulator.conform.outcome;

import org.jspecify.annotations.NullMarked;
