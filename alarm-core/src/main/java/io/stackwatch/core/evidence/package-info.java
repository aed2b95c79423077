/**
 * What a decision rests on: references to raw bytes and their hashes.
 *
 * <p>A leaf: every package may hold an {@link EvidenceRef}; this package knows no other.
 */
@NullMarked
package io.stackwatch.core.evidence;

import org.jspecify.annotations.NullMarked;
