/**
 * Examines an evidence package off-line: every byte, every digest, every link of the chains.
 *
 * <p>Belongs here: a reading of the format of its own. Does not belong here: anything of whoever writes packages; this package imports
 * nothing of the house, so that a fault of the writer cannot hide itself.
 */
@NullMarked
package io.stackwatch.gateway.examination;

import org.jspecify.annotations.NullMarked;
