package io.stackwatch.core.quality;

import io.stackwatch.core.averaging.AveragingTerms;
import io.stackwatch.core.averaging.Conversion;
import io.stackwatch.core.averaging.Mean;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.RuleParameter;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.measurement.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The logger's own converted mean (折算, {@code ZsAvg}) beside ours, made of its measured mean and the oxygen of the same hour
 * (HJ 75-2017 formula 6). The logger's stays the legal value: a deviation is a finding (ZS_DEV), never a correction. Immutable.
 */
public final class ConversionAudit {

    private static final String TOLERANCE = "conversion.audit-tolerance";
    private static final String FLOOR = "conversion.audit-floor";

    private final RuleParameters parameters;

    public ConversionAudit(RuleParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Compares both for an hour. Whether the reports count is not asked here.
     *
     * @param report what the logger says of the factor
     * @param oxygen what it says of the oxygen of the same hour
     * @param reference the reference oxygen of the limit in force, if it has one
     */
    public ConversionAnswer of(HourReport report, Optional<HourReport> oxygen, Optional<OxygenContent> reference) {
        Optional<ReportedNumber> sent = report.zsAvg();
        if (sent.isEmpty()) {
            return new ConversionAnswer.NotCompared(ConversionAnswer.Reason.NOT_SENT);
        }
        if (oxygen.filter(known -> !known.unit().equals(Unit.PERCENT)).isPresent()) {
            return new ConversionAnswer.NotCompared(ConversionAnswer.Reason.NO_OXYGEN);
        }
        Instant hour = report.hour().start();
        Conversion own =
                Conversion.of(mean(Optional.of(report)), mean(oxygen), reference, AveragingTerms.at(parameters, hour));
        return own.match(
                converted -> compare(converted.mean(), sent.get().number(), hour),
                not -> new ConversionAnswer.NotCompared(ConversionAnswer.Reason.of(not.why())));
    }

    private static Mean mean(Optional<HourReport> report) {
        return report.flatMap(HourReport::avg)
                .map(ReportedNumber::number)
                .<Mean>map(number -> new Mean.Taken(Fraction.of(number), 1))
                .orElseGet(Mean.Nothing::new);
    }

    /** Exactly at the tolerance they agree: a share of our own figure, or the floor below which everything is rounding. */
    private ConversionAnswer compare(Fraction own, BigDecimal sent, Instant hour) {
        RuleParameter row = parameters.at(TOLERANCE, hour);
        BigDecimal difference =
                sent.multiply(own.denominator()).subtract(own.numerator()).abs();
        BigDecimal allowed = own.numerator()
                .abs()
                .multiply(new BigDecimal(row.value()))
                .max(parameters.decimal(FLOOR, hour).multiply(own.denominator()));
        return difference.compareTo(allowed) > 0
                ? new ConversionAnswer.Deviates(sent, own, row)
                : new ConversionAnswer.Agrees(sent, own, row);
    }
}
