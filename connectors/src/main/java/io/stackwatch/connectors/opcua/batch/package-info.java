/**
 * What one publish, one reading of history or one event of an OPC UA source brought, as it stands in the journal (ADR 0025).
 *
 * <p>Belongs here: the batch, its values, and the bytes of both; the JDK and the station's id are enough. Does not belong
 * here: types of the SDK, what a node means, network, clock.
 */
@NullMarked
package io.stackwatch.connectors.opcua.batch;

import org.jspecify.annotations.NullMarked;
