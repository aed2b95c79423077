/**
 * What an OPC UA source is told to be, and how it stands.
 *
 * <p>Belongs here: settings with their checks, status and counts; the JDK and the station's id are enough. Does not belong
 * here: types of the SDK, network, where settings are read from, what a node means.
 */
@NullMarked
package io.stackwatch.connectors.opcua.source;

import org.jspecify.annotations.NullMarked;
