/**
 * The journal: everything that arrived, byte for byte, in order, durable before it is acknowledged.
 *
 * <p>Belongs here: segments, group commit, the hash chain, the index, cursors, retention, and the Camel endpoint that
 * reads a cursor. Does not belong here: what the bytes mean.
 */
@NullMarked
package io.stackwatch.gateway.journal;

import org.jspecify.annotations.NullMarked;
