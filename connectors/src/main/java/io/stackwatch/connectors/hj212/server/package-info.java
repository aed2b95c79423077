/**
 * The TCP end that loggers connect to.
 *
 * <p>Belongs here: sockets, deadlines, bounded buffers, back-pressure, counters. Does not belong here: what a frame is
 * ({@code codec}), what is answered ({@code session}), and where an arrival is kept (whoever implements
 * {@link io.stackwatch.connectors.hj212.server.ArrivalHandler}).
 */
@NullMarked
package io.stackwatch.connectors.hj212.server;

import org.jspecify.annotations.NullMarked;
