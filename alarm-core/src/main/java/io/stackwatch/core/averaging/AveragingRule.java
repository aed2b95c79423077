package io.stackwatch.core.averaging;

import io.stackwatch.core.averaging.Conversion.Converted;
import io.stackwatch.core.averaging.Conversion.NotConverted;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.OxygenContent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Minutes from samples and hours from minutes: arithmetic means of what is usable, if enough of it is (HJ 75-2017: 45 valid
 * minutes make an hour). Sums are exact; whoever writes a mean rounds it, once. Immutable and safe to share.
 */
public final class AveragingRule {

    private static final int MINUTES = 60;

    private final FlagTable flags;

    public AveragingRule(FlagTable flags) {
        this.flags = flags;
    }

    /** The mean of a minute's samples, one for each instant of the grid. */
    public Mean minute(List<Optional<Sample>> samples, AveragingTerms terms) {
        List<Fraction> usable = new ArrayList<>();
        List<DataFlag> reasons = new ArrayList<>();
        boolean anything = false;
        for (Optional<Sample> sample : samples) {
            anything |= sample.isPresent();
            Optional<BigDecimal> number =
                    sample.filter(known -> flags.usable(known.flag())).flatMap(Sample::number);
            if (number.isPresent()) {
                usable.add(Fraction.of(number.get()));
            } else {
                // a normal mark on something that is no number explains nothing
                reasons.add(sample.map(Sample::flag)
                        .filter(flag -> !flags.usable(flag))
                        .orElse(terms.flagOfNothing()));
            }
        }
        return mean(usable, terms.minimumSamples(), reasons, anything);
    }

    /** A minute of a factor beside the oxygen of the same minute. */
    public FactorMean minute(
            List<Optional<Sample>> samples, Mean oxygen, Optional<OxygenContent> reference, AveragingTerms terms) {
        Mean measured = minute(samples, terms);
        return new FactorMean(measured, Conversion.of(measured, oxygen, reference, terms));
    }

    /** The hour of its minutes, all sixty; the converted mean is the mean of the converted minutes (regulation: 折算 by the logger). */
    public FactorMean hour(List<FactorMean> minutes, AveragingTerms terms) {
        if (minutes.size() != MINUTES) {
            throw new IllegalArgumentException("an hour has sixty minutes, not " + minutes.size());
        }
        List<Fraction> valid = new ArrayList<>();
        List<Fraction> converted = new ArrayList<>();
        List<DataFlag> reasons = new ArrayList<>();
        boolean anything = false;
        boolean asked = false;
        for (FactorMean minute : minutes) {
            anything |= minute.measured().match(taken -> true, tooFew -> true, () -> false);
            asked |= minute.converted().match(yes -> true, not -> not.why() != Conversion.Reason.NOT_ASKED);
            minute.measured().value().ifPresent(valid::add);
            minute.converted().value().ifPresent(converted::add);
            minute.measured()
                    .match(
                            taken -> Optional.<DataFlag>empty(),
                            tooFew -> Optional.of(tooFew.flag()),
                            () -> Optional.of(terms.flagOfNothing()))
                    .ifPresent(reasons::add);
        }
        Mean measured = mean(valid, terms.minimumMinutes(), reasons, anything);
        return new FactorMean(measured, hourConverted(measured, converted, asked, terms));
    }

    private static Conversion hourConverted(
            Mean measured, List<Fraction> converted, boolean asked, AveragingTerms terms) {
        if (!asked) {
            return new NotConverted(Conversion.Reason.NOT_ASKED);
        }
        if (measured.value().isEmpty()) {
            return new NotConverted(Conversion.Reason.NO_MEAN);
        }
        return converted.size() < terms.minimumMinutes()
                ? new NotConverted(Conversion.Reason.TOO_FEW_CONVERTED)
                : new Converted(Fraction.meanOf(converted));
    }

    private static Mean mean(List<Fraction> usable, int minimum, List<DataFlag> reasons, boolean anything) {
        if (!anything) {
            return new Mean.Nothing();
        }
        return usable.size() < minimum
                ? new Mean.TooFew(mostFrequent(reasons), usable.size())
                : new Mean.Taken(Fraction.meanOf(usable), usable.size());
    }

    private static DataFlag mostFrequent(List<DataFlag> reasons) {
        Map<DataFlag, Integer> counts = new LinkedHashMap<>();
        reasons.forEach(reason -> counts.merge(reason, 1, Integer::sum));
        Comparator<Map.Entry<DataFlag, Integer>> byCount = Map.Entry.comparingByValue();
        return counts.entrySet().stream()
                .reduce((first, second) -> byCount.compare(second, first) > 0 ? second : first)
                .orElseThrow()
                .getKey();
    }
}
