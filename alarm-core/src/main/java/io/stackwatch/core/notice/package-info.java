/**
 * The message to a person: whether an alarm's events are worth one, and why.
 *
 * <p>Belongs here: the decision, also to stay silent. Does not belong here: channels and delivery, which are at the edge.
 */
@NullMarked
package io.stackwatch.core.notice;

import org.jspecify.annotations.NullMarked;
