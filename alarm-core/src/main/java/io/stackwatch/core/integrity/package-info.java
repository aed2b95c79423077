/**
 * Whether what was reported is believable: two accounts of one hour against each other, and one named detector for each way of
 * cheating or failing, over a window of an outlet.
 *
 * <p>Belongs here: comparison of figures with each other and with what a plant can do, with its reason. A deviation or a
 * suspicion raises a question and proves nothing. Does not belong here: judgement by a limit ({@code exceedance}), what follows
 * from a suspicion ({@code alarm}), what only an officer finds out.
 */
@NullMarked
package io.stackwatch.core.integrity;

import org.jspecify.annotations.NullMarked;
