package io.stackwatch.core.integrity;

import io.stackwatch.core.averaging.Conversion;
import io.stackwatch.core.averaging.Mean;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.measurement.ReportedNumber;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Converted means that are not those of the measured means and the oxygen of the same hours (折算不符), by the tolerance of the
 * audit of conversions.
 */
final class ConversionMismatch implements Detector {

    @Override
    public String name() {
        return "conversion";
    }

    @Override
    public String looksFor() {
        return "F05: converted means that do not follow from measured means and oxygen";
    }

    @Override
    public Opinion examine(OutletView view, Terms terms) {
        Findings findings = new Findings();
        Optional<Series> oxygen = view.of(Role.OXYGEN);
        for (Series series : view.pollutants()) {
            Series sent = series.in(view.examined())
                    .where(point -> own(point, oxygen, terms).isPresent());
            if (sent.size() < terms.count("hours")) {
                findings.cannot(
                        Opinion.Reason.TOO_FEW_VALUES,
                        sent.size() + " hours of " + series.factor()
                                + " with converted mean, oxygen and reference oxygen");
                continue;
            }
            findings.looked(sent.size());
            Series wrong = sent.where(
                    point -> deviates(point, own(point, oxygen, terms).orElseThrow(), terms));
            if (wrong.size() >= terms.count("hours")) {
                Point first = wrong.points().get(0);
                findings.suspect(terms.suspicion(
                        view,
                        series.factor(),
                        wrong.window(),
                        wrong.shown(),
                        wrong.size()
                                + " of " + sent.size() + " hours; at " + first.start() + " sent "
                                + Figures.shown(zs(first)) + ", own "
                                + Figures.shown(
                                        own(first, oxygen, terms).orElseThrow().rounded(2)) + " "
                                + series.watched().unit()));
            }
        }
        return findings.opinion();
    }

    private static Optional<Fraction> own(Point point, Optional<Series> oxygen, Terms terms) {
        if (point.hour().report().zsAvg().isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> o2 = oxygen.flatMap(series -> series.at(point.start()));
        return o2.flatMap(percent -> Conversion.of(
                        mean(point.value()),
                        mean(percent),
                        point.hour().heldAgainst().reference(),
                        terms.averaging())
                .value());
    }

    private static Mean mean(BigDecimal value) {
        return new Mean.Taken(Fraction.of(value), 1);
    }

    private static boolean deviates(Point point, Fraction own, Terms terms) {
        BigDecimal apart =
                zs(point).multiply(own.denominator()).subtract(own.numerator()).abs();
        BigDecimal allowed = own.numerator()
                .abs()
                .multiply(terms.decimal("conversion.audit-tolerance"))
                .max(terms.decimal("conversion.audit-floor")
                        .max(lastPlace(point).multiply(terms.decimal("last-places")))
                        .multiply(own.denominator()));
        return apart.compareTo(allowed) > 0;
    }

    /** One unit of the last place of the figure that is written more coarsely. */
    private static BigDecimal lastPlace(Point point) {
        int decimals = Math.min(zs(point).scale(), point.value().scale());
        return BigDecimal.ONE.scaleByPowerOfTen(-decimals);
    }

    private static BigDecimal zs(Point point) {
        return point.hour().report().zsAvg().map(ReportedNumber::number).orElseThrow();
    }
}
