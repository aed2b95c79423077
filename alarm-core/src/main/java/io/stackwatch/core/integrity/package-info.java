/**
 * Whether what was reported is believable: two accounts of one hour against each other, and one named detector for each way of
 * cheating or failing.
 *
 * <p>There are two kinds. An {@link HourDetector} looks at a run of hours that ends with the newest one and raises an alarm of the
 * catalogue at once ({@link HourDetectors}). A {@link Detector} looks at a window of an outlet with everything beside it, once a day,
 * and has an opinion with its figures ({@link Detectors}); decision record 0042.
 *
 * <p>Belongs here: comparison of figures with each other and with what a plant can do, with its reason. A deviation or a
 * suspicion raises a question and proves nothing. Does not belong here: judgement by a limit ({@code exceedance}), what follows
 * from a suspicion ({@code alarm}), what only an officer finds out.
 */
@NullMarked
package io.stackwatch.core.integrity;

import org.jspecify.annotations.NullMarked;
