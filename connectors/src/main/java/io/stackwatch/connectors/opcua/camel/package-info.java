/**
 * A thin Camel component {@code opcua:name} over the connector: one exchange per batch, and the exchange's end is the
 * outcome.
 *
 * <p>Belongs here: what Camel needs to see. Does not belong here: anything of the protocol.
 */
@NullMarked
package io.stackwatch.connectors.opcua.camel;

import org.jspecify.annotations.NullMarked;
