/**
 * Many loggers at once, driven by one queue of due moments.
 *
 * <p>Belongs here: when a logger sends what, cuts and back-fill, commands while it runs. Does not belong here: what a frame
 * says (report), how it is damaged (fault), how it is delivered (the connectors' client).
 */
@NullMarked
package io.stackwatch.simulator.fleet;

import org.jspecify.annotations.NullMarked;
