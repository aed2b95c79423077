/**
 * A logger that can be asked (反控): what it is set to, what it remembers, what it answers to which request.
 *
 * <p>Belongs here: the field end's side of HJ 212's requests as pure functions of frame, state and time; the logger's own
 * clock, keys and memory. Does not belong here: sockets and schedules (fleet), uploads and their figures (report), and how
 * it misbehaves (fault).
 */
@NullMarked
package io.stackwatch.simulator.logger;

import org.jspecify.annotations.NullMarked;
