/**
 * The sending end: connects, sends a frame, awaits its answer, sends it again, keeps what could not be delivered.
 *
 * <p>Belongs here: delivery of ready-made frames to one upper platform. Does not belong here: what a frame says, and who
 * wants it sent.
 */
@NullMarked
package io.stackwatch.connectors.hj212.client;

import org.jspecify.annotations.NullMarked;
