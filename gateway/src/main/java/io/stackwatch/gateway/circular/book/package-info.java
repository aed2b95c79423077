/**
 * Workbooks (xlsx) in the form of a bureau's tables: title, line of units, frozen header, filter, print set-up.
 *
 * <p>Belongs here: how a table looks and how its file is written, with fastexcel behind it. Does not belong here: which
 * figures stand in it.
 */
@NullMarked
package io.stackwatch.gateway.circular.book;

import org.jspecify.annotations.NullMarked;
