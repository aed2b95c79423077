package io.stackwatch.gateway.circular;

/**
 * The figures do not add up, or not to the hours behind them: no paper is made of such a month. Somebody counted wrongly or
 * something changed between counting and printing; the month must be counted again.
 */
public final class FiguresDisagree extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FiguresDisagree(String where, Object expected, Object found) {
        super(where + ": the figures say " + expected + ", what they are made of says " + found);
    }
}
