/**
 * The dialogue with a logger as pure functions: a frame in, replies, a report and the next state out.
 *
 * <p>Belongs here: who speaks, whether it was said before, what is answered and when. Does not belong here: sockets,
 * clocks, storage, and what a value means.
 */
@NullMarked
package io.stackwatch.connectors.hj212.session;

import org.jspecify.annotations.NullMarked;
