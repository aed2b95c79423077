/**
 * The journal on local disk: preallocated segment files, one writer with group commit, background packing.
 *
 * <p>Belongs here: the file format (ADR 0014), recovery, verification, retention, durable cursors. Does not belong here:
 * what the bytes mean, and who appends or reads them.
 */
@NullMarked
package io.stackwatch.gateway.journal.segment;

import org.jspecify.annotations.NullMarked;
