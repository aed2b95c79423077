/**
 * Requests to loggers (反控): ordered, released, sent, followed and kept.
 *
 * <p>Belongs here: the desk that people and other parts order at, the cursor that reads answers from the journal, the timers,
 * the check of clocks. Does not belong here: the table of steps and what answers what ({@code connectors.hj212.exchange}),
 * tables and statements ({@code records}), sockets.
 */
@NullMarked
package io.stackwatch.gateway.exchange;

import org.jspecify.annotations.NullMarked;
