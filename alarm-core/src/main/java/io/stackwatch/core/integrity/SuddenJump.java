package io.stackwatch.core.integrity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An hour that is far from the hours before it (异常, 突变): by more than so many standard deviations, and by more than a share of their
 * mean, as a steady plant has a spread of nearly nothing.
 */
final class SuddenJump implements HourDetector {

    private static final MathContext DIGITS = MathContext.DECIMAL64;

    private final Set<String> pollutants = WatchedFactors.load().of(Role.POLLUTANT);

    @Override
    public String code() {
        return "ABN";
    }

    /** Flow, heat and load jump whenever a plant starts or stops; what is let out is another matter. */
    @Override
    public Set<String> factors() {
        return pollutants;
    }

    @Override
    public boolean belongs(SeenHour hour, Optional<SeenHour> behind, Terms terms) {
        return behind.isEmpty() && hour.usable() && hour.measured().isPresent();
    }

    @Override
    public Duration takes(Terms terms) {
        return Duration.ofHours(1);
    }

    @Override
    public Optional<Run> now(List<SeenHour> hours, Terms terms) {
        if (hours.isEmpty() || !belongs(hours.get(hours.size() - 1), Optional.empty(), terms)) {
            return Optional.empty();
        }
        SeenHour newest = hours.get(hours.size() - 1);
        List<BigDecimal> before = hours.subList(0, hours.size() - 1).stream()
                .filter(SeenHour::usable)
                .flatMap(hour -> hour.measured().stream())
                .toList();
        if (before.size()
                < terms.parameters().decimal("detector.abn.from-hours").intValueExact()) {
            return Optional.empty();
        }
        BigDecimal mean = Figures.mean(before);
        BigDecimal variance = Figures.mean(before.stream()
                .map(value -> value.subtract(mean).pow(2, DIGITS))
                .toList());
        BigDecimal off = newest.measured().orElseThrow().subtract(mean).abs();
        BigDecimal sigmas = terms.parameters().decimal("detector.abn.sigmas");
        boolean far = off.pow(2, DIGITS).compareTo(sigmas.pow(2).multiply(variance)) > 0;
        boolean much = off.compareTo(mean.abs().multiply(terms.parameters().decimal("detector.abn.least-share"))) > 0;
        return far && much
                ? Optional.of(new Run(newest.start(), newest.start(), 1, words(newest, before, mean, variance, sigmas)))
                : Optional.empty();
    }

    private static String words(
            SeenHour newest, List<BigDecimal> before, BigDecimal mean, BigDecimal variance, BigDecimal sigmas) {
        return newest.measured().orElseThrow().toPlainString() + " after a mean of " + Figures.shown(mean)
                + " with a spread of "
                + Figures.shown(variance.sqrt(DIGITS)) + " over " + before.size() + " h, taken from "
                + sigmas.toPlainString() + " spreads on";
    }
}
