/**
 * Marks, exemptions and own outages at the edge: filing and deciding as one transaction each, proofs on the shelf, and what
 * decided an hour.
 *
 * <p>Belongs here: keeping what the core decides, and scheduling that touched hours are judged again, bringing late
 * marks and marks beyond what is allowed to their alarms. Does not belong here:
 * the rules of marks ({@code core.marking}), the second judgement itself ({@code judgement}).
 */
@NullMarked
package io.stackwatch.gateway.marking;

import org.jspecify.annotations.NullMarked;
