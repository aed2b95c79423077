/**
 * The evidence package (证据包) of a candidate case: one zip file that holds everything an exceedance rests on, from the raw bytes to the
 * acts, with the SHA-256 of each file.
 *
 * <p>Belongs here: what goes into a package, in which file and column, and how it is packed. Does not belong here: how a package is checked
 * ({@code examination}, which shares no code with this), what an hour means ({@code core}), documents of the case ({@code document}).
 */
@NullMarked
package io.stackwatch.gateway.evidence;

import org.jspecify.annotations.NullMarked;
