package io.stackwatch.core.enforcement;

import java.util.List;
import java.util.Optional;

/**
 * A row that could be taken next in a case, and what stands in its way.
 *
 * @param strand in which strand; one that has not begun, if the row begins it
 * @param row the row
 * @param reason why it may not be taken; empty if nothing that is known stands in its way
 * @param hindrances what does not hold, in words; empty together with the reason
 * @param open the guards that look at what the act will carry, or at a second officer, and are asked when it is done
 */
public record Prospect(
        Strand strand,
        ProcessRow row,
        Optional<StepDecision.Reason> reason,
        List<String> hindrances,
        List<String> open) {

    public Prospect {
        hindrances = List.copyOf(hindrances);
        open = List.copyOf(open);
    }
}
