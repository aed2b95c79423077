/**
 * Plants as officers see them: boilers of the city's list and whether they are on line, OPC UA sources and how they stand,
 * certificates that wait for somebody to trust them.
 *
 * <p>Belongs here: what is put together from registry, records and running lines, and the acts on certificates. Does not belong
 * here: how a source is read ({@code connectors.opcua}), hours ({@code averaging}), HTTP ({@code api}).
 */
@NullMarked
package io.stackwatch.gateway.plant;

import org.jspecify.annotations.NullMarked;
