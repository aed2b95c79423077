/**
 * The county's side: months that are closed, who must be on line, and which county should be listed (挂牌督办).
 *
 * <p>Belongs here: how a month is closed and what changed between its versions, coverage, proposals. Does not belong here: how hours
 * are counted ({@code transmission}), and what only a named officer may decide.
 */
@NullMarked
package io.stackwatch.core.supervision;

import org.jspecify.annotations.NullMarked;
