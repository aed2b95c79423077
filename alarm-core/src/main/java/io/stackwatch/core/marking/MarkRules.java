package io.stackwatch.core.marking;

import io.stackwatch.core.exceedance.RuleParameters;

/**
 * Everything that is asked about marks; immutable, safe to share.
 *
 * @param kinds kinds of marks
 * @param allowed how long working conditions may last
 * @param stops holds stops against figures
 * @param filing how marks are filed
 * @param automatic data marks that last
 */
public record MarkRules(
        MarkKinds kinds, AllowedDurations allowed, StopCheck stops, MarkFiling filing, AutomaticMarks automatic) {

    /** The rules with the tables that come with the program, and these parameters. */
    public static MarkRules load(RuleParameters parameters) {
        MarkKinds kinds = MarkKinds.load();
        return new MarkRules(
                kinds,
                AllowedDurations.load(),
                new StopCheck(StopBounds.load(), parameters),
                new MarkFiling(kinds, parameters),
                new AutomaticMarks(kinds, parameters));
    }
}
