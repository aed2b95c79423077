/**
 * The message to a person: whether an alarm's events are worth one and why, what is said to whom, how far it came,
 * and the port of the channels that carry it.
 *
 * <p>Belongs here: the decision, also to stay silent; the records of a notice and of its delivery. Does not belong
 * here: the channels and the dispatcher, which are at the edge.
 */
@NullMarked
package io.stackwatch.core.notice;

import org.jspecify.annotations.NullMarked;
