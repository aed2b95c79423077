/**
 * Files whose bytes depend on what is in them and on nothing else (decision record 0031).
 *
 * <p>Belongs here: compression that is the same on every Java runtime, zip without a clock, writing under a temporary name
 * with a digest. Does not belong here: what the files say.
 */
@NullMarked
package io.stackwatch.gateway.circular.bytes;

import org.jspecify.annotations.NullMarked;
