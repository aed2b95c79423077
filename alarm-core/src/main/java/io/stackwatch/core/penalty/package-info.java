/**
 * How much: amounts of money, their words in documents, the proposal of a fine, the daily penalty and the surcharge.
 *
 * <p>Belongs here: exact amounts and every figure with its calculation line by line. Does not belong here: whether anybody is fined,
 * which article allows it (enforcement), and any rounding that is not a line of the calculation.
 */
@NullMarked
package io.stackwatch.core.penalty;

import org.jspecify.annotations.NullMarked;
