/**
 * A thin Camel component {@code hj212:host:port} over the server: one exchange per arrival, and the exchange's end is the
 * outcome.
 *
 * <p>Belongs here: what Camel needs to see. Does not belong here: anything of the protocol.
 */
@NullMarked
package io.stackwatch.connectors.hj212.camel;

import org.jspecify.annotations.NullMarked;
