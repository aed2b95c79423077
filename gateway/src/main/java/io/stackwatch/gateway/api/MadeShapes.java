package io.stackwatch.gateway.api;

import io.stackwatch.core.averaging.Conversion;
import io.stackwatch.core.averaging.FactorMean;
import io.stackwatch.core.averaging.Mean;
import io.stackwatch.core.averaging.PlacedSample;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.averaging.Means;
import io.stackwatch.gateway.records.MadeFile;
import io.stackwatch.gateway.records.MadeFrame;
import io.stackwatch.gateway.records.MadeHour;
import io.stackwatch.gateway.records.MadeMinute;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The lineage of made hours as it is shown: reckoned again from the samples, by the same rule. */
final class MadeShapes {

    private final Means means = new Means(RuleParameters.load(), FlagTable.load());

    MadeView view(
            OutletId outlet,
            Instant hour,
            Optional<FactorCode> factor,
            MadeFile file,
            StoredNames names,
            RegistrySnapshot registry) {
        return new MadeView(
                outlet,
                hour,
                file.stations().stream()
                        .map(one -> station(outlet, hour, factor, one, names, registry))
                        .toList(),
                file.compared().stream()
                        .filter(row ->
                                factor.map(row.made().hour().factor()::equals).orElse(true))
                        .map(row -> compared(row, names))
                        .toList());
    }

    private MadeView.OfStation station(
            OutletId outlet,
            Instant hour,
            Optional<FactorCode> wanted,
            MadeFile.OfStation one,
            StoredNames names,
            RegistrySnapshot registry) {
        SortedMap<Instant, Map<FactorCode, MadeMinute>> minutes = new TreeMap<>();
        one.minutes().forEach(minute -> minutes.computeIfAbsent(minute.samples().start(), start -> new TreeMap<>())
                .put(minute.channel().factor(), minute));
        SortedMap<Instant, SortedMap<FactorCode, FactorMean>> reckoned = new TreeMap<>();
        minutes.forEach((start, factors) -> reckoned.put(start, means.minute(outlet, hour, factors, registry)));
        int decimals = means.termsOf(hour).decimals();
        List<MadeView.OfFactor> factors = new ArrayList<>();
        means.hour(hour, reckoned).forEach((factor, mean) -> {
            if (wanted.map(factor::equals).orElse(true)) {
                List<MadeView.Minute> list = new ArrayList<>();
                reckoned.forEach((start, said) -> Optional.ofNullable(said.get(factor))
                        .ifPresent(minute -> list.add(minute(
                                start,
                                minute.measured(),
                                wanted.flatMap(w -> Optional.ofNullable(
                                        minutes.getOrDefault(start, Map.of()).get(factor))),
                                decimals))));
                factors.add(factor(names.factor(factor), mean, list, decimals));
            }
        });
        return new MadeView.OfStation(
                one.station().station(),
                one.station().source(),
                one.hours().stream().map(MadeShapes::frame).toList(),
                factors,
                one.dropped().map(gone -> new MadeView.Dropped(gone.at(), gone.minutes())),
                one.gaps().stream().map(SourceGapView::of).toList());
    }

    private static MadeView.OfFactor factor(Named name, FactorMean mean, List<MadeView.Minute> minutes, int decimals) {
        return new MadeView.OfFactor(
                name,
                mean.measured().value().map(value -> text(value, decimals)),
                usable(mean.measured()),
                mean.converted().value().map(value -> text(value, decimals)),
                mean.converted()
                        .match(yes -> Optional.<Conversion.Reason>empty(), not -> Optional.of(not.why()))
                        .map(Enum::name),
                flag(mean.measured()),
                minutes);
    }

    private static MadeView.Minute minute(Instant start, Mean mean, Optional<MadeMinute> samples, int decimals) {
        List<MadeView.SampleOf> shown = new ArrayList<>();
        samples.ifPresent(minute -> {
            List<Optional<PlacedSample>> slots = minute.samples().slots();
            Duration step = Duration.ofMinutes(1).dividedBy(slots.size());
            for (int i = 0; i < slots.size(); i++) {
                Instant at = start.plus(step.multipliedBy(i));
                slots.get(i).ifPresent(placed -> shown.add(sample(at, placed)));
            }
        });
        return new MadeView.Minute(
                start, mean.value().map(value -> text(value, decimals)), usable(mean), flag(mean), shown);
    }

    private static MadeView.SampleOf sample(Instant at, PlacedSample placed) {
        return new MadeView.SampleOf(
                at,
                placed.sourceTime(),
                placed.sample().number().map(BigDecimal::toPlainString),
                placed.sample().flag().letters(),
                placed.readBack(),
                placed.sequence());
    }

    private static MadeView.Frame frame(MadeFrame frame) {
        return new MadeView.Frame(
                frame.part(), frame.version(), frame.madeAt(), frame.backFilled(), frame.content(), frame.sequence());
    }

    private static MadeView.Compared compared(MadeHour row, StoredNames names) {
        HourReport made = row.made();
        return new MadeView.Compared(
                names.factor(made.hour().factor()),
                made.avg().map(ReportedNumber::text),
                made.zsAvg().map(ReportedNumber::text),
                made.flag().map(DataFlag::letters),
                row.agreement(),
                row.detail(),
                row.knownAt(),
                made.evidence().sequence());
    }

    private static int usable(Mean mean) {
        return mean.match(Mean.Taken::usable, Mean.TooFew::usable, () -> 0);
    }

    private static Optional<String> flag(Mean mean) {
        return mean.match(
                taken -> Optional.empty(), tooFew -> Optional.of(tooFew.flag().letters()), Optional::empty);
    }

    private static String text(Fraction mean, int decimals) {
        return mean.rounded(decimals).stripTrailingZeros().toPlainString();
    }
}
