package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sequence of hourly means that has been reported before, or elsewhere (序列复制). Figures must be the same; a copy that was
 * scaled is not seen.
 */
final class CopiedSeries implements Detector {

    @Override
    public String name() {
        return "copied";
    }

    @Override
    public String looksFor() {
        return "F04: a sequence of hourly means equal to one of another day or another outlet";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        Findings findings = new Findings();
        int hours = terms.count("hours");
        Window back = view.back(terms.duration("look-back"));
        for (Series series : view.pollutants()) {
            Window reach = view.back(view.examined().length().plus(Duration.ofHours(hours)));
            List<Sequence> late = sequences(series.in(reach), hours, first -> true).stream()
                    .filter(sequence ->
                            view.examined().contains(sequence.last()) && sequence.distinct() >= terms.count("distinct"))
                    .toList();
            if (late.isEmpty()) {
                findings.cannot(
                        Opinion.Reason.TOO_FEW_VALUES,
                        "no " + hours + " consecutive hours of " + series.factor() + " with " + terms.count("distinct")
                                + " different figures");
                continue;
            }
            findings.looked(late.size());
            Set<BigDecimal> firsts =
                    late.stream().map(sequence -> sequence.figures().get(0)).collect(Collectors.toSet());
            Map<List<BigDecimal>, Sequence> known = new HashMap<>();
            Stream.concat(view.elsewhere(series).stream(), Stream.of(series))
                    .flatMap(other -> sequences(other.in(back), hours, firsts::contains).stream())
                    .forEach(sequence -> known.putIfAbsent(sequence.figures(), sequence));
            late.stream()
                    .filter(sequence ->
                            !known.getOrDefault(sequence.figures(), sequence).equals(sequence))
                    .findFirst()
                    .ifPresent(copy -> findings.suspect(terms.suspicion(
                            view,
                            series.factor(),
                            copy.series().window(),
                            copy.series().shown(),
                            hours + " hours equal to those of "
                                    + known.getOrDefault(copy.figures(), copy).source())));
        }
        return findings.opinion();
    }

    /** Every stretch of so many consecutive hours, in the order of time, whose first figure passes. */
    private static List<Sequence> sequences(Series series, int hours, Predicate<BigDecimal> first) {
        List<Sequence> found = new ArrayList<>();
        for (Series run : series.runs()) {
            for (int i = 0; i + hours <= run.size(); i++) {
                if (first.test(run.points().get(i).value().stripTrailingZeros())) {
                    found.add(Sequence.of(new Series(run.watched(), run.points().subList(i, i + hours))));
                }
            }
        }
        return found;
    }

    /** A stretch and its figures, in which 5 and 5.0 are the same. */
    private record Sequence(Series series, List<BigDecimal> figures) {

        static Sequence of(Series series) {
            return new Sequence(
                    series,
                    series.values().stream().map(BigDecimal::stripTrailingZeros).toList());
        }

        int distinct() {
            return series.distinct();
        }

        Instant last() {
            return series.points().get(series.size() - 1).start();
        }

        String source() {
            Point first = series.points().get(0);
            return first.hour().report().hour().outlet() + " from " + first.start();
        }
    }
}
