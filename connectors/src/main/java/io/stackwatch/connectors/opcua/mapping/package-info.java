/**
 * Nodes of OPC UA sources to readings of outlets, or the reason why not.
 *
 * <p>Belongs here: the rows that say which node is what, units and their conversion, StatusCodes to our flags. Does not
 * belong here: types of the SDK, network, hours, whether a value is allowed.
 */
@NullMarked
package io.stackwatch.connectors.opcua.mapping;

import org.jspecify.annotations.NullMarked;
