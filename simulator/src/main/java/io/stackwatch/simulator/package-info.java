/**
 * Who is at the other end: the program with its commands.
 *
 * <p>Belongs here: the command line and its exit codes. Does not belong here: what a plant, a logger or a fault does, and
 * anything about what is allowed: the simulator must not know what is illegal.
 */
@NullMarked
package io.stackwatch.simulator;

import org.jspecify.annotations.NullMarked;
