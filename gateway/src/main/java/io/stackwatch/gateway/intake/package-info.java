/**
 * The intake: what a connector received goes into the journal, once, and the connector hears when it is durable.
 *
 * <p>Belongs here: the route from a connector to the journal, the detection of repeats, the limits on what strangers may
 * leave behind. Does not belong here: what the bytes mean, and how they are stored.
 */
@NullMarked
package io.stackwatch.gateway.intake;

import org.jspecify.annotations.NullMarked;
