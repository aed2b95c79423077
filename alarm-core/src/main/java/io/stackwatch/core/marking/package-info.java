/**
 * Marks (标记): what an enterprise, an officer or the data themselves say about stretches of time, and what that changes.
 *
 * <p>Belongs here: marks in versions and their states, kinds and allowed durations as rows, the check of a stop against the
 * figures, exemptions, own outages, which of them counts for an hour, and what of them an alarm is about. Does not belong here:
 * the judgement of the hour ({@code exceedance}), the duty to send by the registry ({@code transmission}), storage of files.
 */
@NullMarked
package io.stackwatch.core.marking;

import org.jspecify.annotations.NullMarked;
