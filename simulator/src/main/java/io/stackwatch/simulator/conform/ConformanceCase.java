package io.stackwatch.simulator.conform;

import java.util.List;
import java.util.Set;

/**
 * One case: a rule and the steps that show whether it is kept. Immutable.
 *
 * @param name edition and file, such as {@code 2017/wrong-crc-is-dropped}
 * @param side who is examined
 * @param edition for which edition
 * @param rule what is examined
 * @param chapter where the report counts it
 * @param grade what a departure is worth
 * @param profile the kind of station that it plays or talks to
 * @param needs what it takes for granted
 * @param steps what is done, in order
 */
public record ConformanceCase(
        String name,
        Side side,
        KitEdition edition,
        Rule rule,
        Chapter chapter,
        Rule.Grade grade,
        Station.Profile profile,
        Set<Need> needs,
        List<Step> steps) {

    public ConformanceCase {
        needs = Set.copyOf(needs);
        steps = List.copyOf(steps);
    }

    /** Whether it plays two stations. */
    boolean needsSecondStation() {
        return steps.stream().anyMatch(step -> step.text().contains("${mn2}"));
    }

    @Override
    public String toString() {
        return side.folder() + "/" + name;
    }
}
