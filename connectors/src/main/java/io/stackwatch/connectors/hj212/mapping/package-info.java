/**
 * Factor codes and units to readings, or the reason why not.
 *
 * <p>Belongs here: the code table (old codes to new, default units), the meaning of suffixes, the label of an interval.
 * Does not belong here: whether a value is valid or allowed.
 */
@NullMarked
package io.stackwatch.connectors.hj212.mapping;

import org.jspecify.annotations.NullMarked;
