package io.stackwatch.gateway.averaging;

import io.stackwatch.core.averaging.AveragingRule;
import io.stackwatch.core.averaging.AveragingTerms;
import io.stackwatch.core.averaging.Conversion;
import io.stackwatch.core.averaging.FactorMean;
import io.stackwatch.core.averaging.Mean;
import io.stackwatch.core.averaging.PlacedSample;
import io.stackwatch.core.averaging.Sample;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.MadeMinute;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The means of an outlet's minutes and hours by the rule, with the reference oxygen of the limit in force. Pure; whoever asks
 * later where an hour came from asks the same.
 */
public final class Means {

    private static final int MINUTES = 60;
    private static final FactorMean NOTHING =
            new FactorMean(new Mean.Nothing(), new Conversion.NotConverted(Conversion.Reason.NOT_ASKED));

    private final AveragingRule rule;
    private final RuleParameters parameters;

    public Means(RuleParameters parameters, FlagTable flags) {
        this.parameters = parameters;
        this.rule = new AveragingRule(flags);
    }

    /** The terms in force in an hour. */
    public AveragingTerms termsOf(Instant hour) {
        return AveragingTerms.at(parameters, hour);
    }

    /**
     * The means of the factors of a minute.
     *
     * @param hour start of the hour that the minute lies in
     */
    public SortedMap<FactorCode, FactorMean> minute(
            OutletId outlet, Instant hour, Map<FactorCode, MadeMinute> factors, RegistrySnapshot registry) {
        AveragingTerms terms = termsOf(hour);
        Mean oxygen = Optional.ofNullable(factors.get(FactorCode.OXYGEN))
                .map(minute -> rule.minute(samples(minute), terms))
                .orElseGet(Mean.Nothing::new);
        SortedMap<FactorCode, FactorMean> means = new TreeMap<>();
        factors.forEach((factor, minute) -> means.put(
                factor, rule.minute(samples(minute), oxygen, reference(outlet, factor, hour, registry), terms)));
        return means;
    }

    /** The means of the factors of an hour, from its minutes; minutes that are not there are minutes of nothing. */
    public SortedMap<FactorCode, FactorMean> hour(
            Instant hour, Map<Instant, SortedMap<FactorCode, FactorMean>> minutes) {
        AveragingTerms terms = termsOf(hour);
        TreeSet<FactorCode> factors = new TreeSet<>();
        minutes.values().forEach(minute -> factors.addAll(minute.keySet()));
        SortedMap<FactorCode, FactorMean> means = new TreeMap<>();
        for (FactorCode factor : factors) {
            List<FactorMean> sixty = new ArrayList<>(MINUTES);
            for (int i = 0; i < MINUTES; i++) {
                SortedMap<FactorCode, FactorMean> minute = minutes.get(hour.plus(Duration.ofMinutes(i)));
                FactorMean mean = minute == null ? NOTHING : minute.getOrDefault(factor, NOTHING);
                sixty.add(mean);
            }
            means.put(factor, rule.hour(sixty, terms));
        }
        return means;
    }

    private static Optional<OxygenContent> reference(
            OutletId outlet, FactorCode factor, Instant hour, RegistrySnapshot registry) {
        return registry.registry()
                .outletAt(outlet, hour)
                .flatMap(known -> registry.limits()
                        .inForce(known, factor, Averaging.HOUR, hour)
                        .limit())
                .flatMap(limit -> limit.referenceOxygen());
    }

    private static List<Optional<Sample>> samples(MadeMinute minute) {
        return minute.samples().slots().stream()
                .map(slot -> slot.map(PlacedSample::sample))
                .toList();
    }
}
