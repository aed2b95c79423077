/**
 * The lines to OPC UA servers: connecting, subscribing, publishing, reading back, over the Milo SDK.
 *
 * <p>Belongs here: everything that needs the SDK or the network. Does not belong here: certificates on the disk
 * ({@code trust}), what is journaled ({@code batch}), what a node means. Everything of one source runs on its own
 * {@link io.stackwatch.connectors.opcua.client.SerialExecutor}, one thing at a time, over threads that all sources share.
 */
@NullMarked
package io.stackwatch.connectors.opcua.client;

import org.jspecify.annotations.NullMarked;
