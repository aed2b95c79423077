package io.stackwatch.core.penalty;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.registry.Verification;
import java.util.List;

/**
 * The machine's proposal of a fine (建议), which decides nothing.
 *
 * @param amount the proposed fine
 * @param range of the article
 * @param formula version of the formula
 * @param share how far up in the range, between 0 and 1, exact
 * @param lines the calculation line by line
 * @param mark the weakest mark of all that was used
 */
public record FineProposal(
        Yuan amount, FineRange range, String formula, Fraction share, List<String> lines, Verification mark) {

    public FineProposal {
        lines = List.copyOf(lines);
    }
}
