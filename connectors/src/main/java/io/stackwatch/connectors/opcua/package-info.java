/**
 * OPC UA, the client's side: plants serve values, we subscribe.
 *
 * <p>Belongs here: nothing but the parts: {@code batch} what is journaled, {@code source} what is configured and how it
 * stands, {@code trust} certificates, {@code client} the lines to servers, {@code camel} the component. Does not belong
 * here: what a node means, and hours.
 */
@NullMarked
package io.stackwatch.connectors.opcua;

import org.jspecify.annotations.NullMarked;
