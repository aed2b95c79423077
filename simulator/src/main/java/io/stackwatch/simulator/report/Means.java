package io.stackwatch.simulator.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * From the values of the span below to the value of the span above (HJ 212-2017 Appendix D, formulas 23 to 25).
 *
 * <p>Arithmetic mean of the normal values, not weighted; half to even in the last digit. If no value is normal, all of
 * them are used and the flag says so: a logger keeps value and flag.
 */
final class Means {

    private static final int FLAG_NUMERATOR = 3;
    private static final int FLAG_DENOMINATOR = 4;

    private Means() {}

    /** The figures of a longer span from those of its parts; {@code parts} is not empty. */
    static Figures over(List<Figures> parts) {
        List<Figures> normal = parts.stream().filter(Figures::isNormal).toList();
        List<Figures> used = normal.isEmpty() ? parts : normal;
        return new Figures(
                triple(used.stream().map(Figures::measured).toList()),
                converted(used),
                amount(used),
                flag(normal.size(), parts.size()));
    }

    /** N from 75 % upwards. */
    static String flag(int normal, int all) {
        return normal * FLAG_DENOMINATOR >= all * FLAG_NUMERATOR ? "N" : "D";
    }

    private static Optional<Triple> converted(List<Figures> used) {
        List<Triple> triples =
                used.stream().flatMap(figures -> figures.converted().stream()).toList();
        return triples.size() == used.size() ? Optional.of(triple(triples)) : Optional.empty();
    }

    private static Optional<BigDecimal> amount(List<Figures> used) {
        return used.stream().flatMap(figures -> figures.amount().stream()).reduce(BigDecimal::add);
    }

    private static Triple triple(List<Triple> triples) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal min = triples.get(0).min();
        BigDecimal max = triples.get(0).max();
        for (Triple triple : triples) {
            sum = sum.add(triple.avg());
            min = min.min(triple.min());
            max = max.max(triple.max());
        }
        int decimals = triples.get(0).avg().scale();
        return new Triple(min, sum.divide(BigDecimal.valueOf(triples.size()), decimals, RoundingMode.HALF_EVEN), max);
    }
}
