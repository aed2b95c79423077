package io.stackwatch.core.integrity;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.integrity.Agreement.Agrees;
import io.stackwatch.core.integrity.Agreement.Deviates;
import io.stackwatch.core.integrity.Agreement.Figure;
import io.stackwatch.core.integrity.Agreement.NotComparable;
import io.stackwatch.core.integrity.Agreement.Reason;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.ReportedNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * An hour that we made from the instruments' own values against the hour that a logger reports for the same outlet and
 * factor. They agree if they are apart by no more than a share of the reported figure, or by no more than the floor; exactly
 * at the tolerance they agree. Measured means are compared first, then converted ones. Immutable.
 */
public final class MadeAgainstReported {

    private final RuleParameters parameters;
    private final FlagTable flags;

    public MadeAgainstReported(RuleParameters parameters, FlagTable flags) {
        this.parameters = parameters;
        this.flags = flags;
    }

    /** Compares two reports of the same hour. */
    public Agreement compare(HourReport made, Optional<HourReport> reported) {
        if (reported.isEmpty()) {
            return new NotComparable(Reason.NOT_REPORTED);
        }
        HourReport theirs = reported.get();
        if (!made.hour().equals(theirs.hour())) {
            throw new IllegalArgumentException("another hour: " + theirs.hour() + " for " + made.hour());
        }
        if (isSetAside(made) || isSetAside(theirs)) {
            return new NotComparable(Reason.FLAGGED);
        }
        if (!made.unit().equals(theirs.unit())) {
            return new NotComparable(Reason.UNIT_DIFFERS);
        }
        Optional<Agreement> measured = figure(Figure.MEASURED, made, theirs, HourReport::avg);
        Optional<Agreement> converted = figure(Figure.CONVERTED, made, theirs, HourReport::zsAvg);
        return measured.filter(MadeAgainstReported::deviates)
                .or(() -> converted.filter(MadeAgainstReported::deviates))
                .or(() -> measured)
                .or(() -> converted)
                .orElseGet(() -> new NotComparable(Reason.NO_COMMON_FIGURE));
    }

    /** An hour without a mark is compared: the mark is the logger's to give, and its absence says nothing. */
    private boolean isSetAside(HourReport report) {
        return report.flag().filter(flag -> !flags.usable(flag)).isPresent();
    }

    private static boolean deviates(Agreement agreement) {
        return agreement.match(agrees -> false, deviates -> true, not -> false);
    }

    private Optional<Agreement> figure(
            Figure figure, HourReport made, HourReport theirs, Function<HourReport, Optional<ReportedNumber>> of) {
        Optional<BigDecimal> ours = of.apply(made).map(ReportedNumber::number);
        Optional<BigDecimal> reported = of.apply(theirs).map(ReportedNumber::number);
        if (ours.isEmpty() || reported.isEmpty()) {
            return Optional.empty();
        }
        Instant hour = made.hour().start();
        BigDecimal apart = ours.get().subtract(reported.get()).abs();
        BigDecimal share = reported.get().abs().multiply(parameters.decimal("integrity.made-tolerance", hour));
        BigDecimal allowed = share.max(parameters.decimal("integrity.made-floor", hour));
        return Optional.of(apart.compareTo(allowed) > 0 ? new Deviates(figure, apart, allowed) : new Agrees(apart));
    }
}
