package io.stackwatch.gateway.judgement;

import io.stackwatch.core.emission.Duct;
import io.stackwatch.core.emission.FlueFactors;
import io.stackwatch.core.emission.Gauge;
import io.stackwatch.core.emission.HourEmission;
import io.stackwatch.core.emission.StackHour;
import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.gateway.records.EmissionHourRow;
import io.stackwatch.gateway.records.OutletHour;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes the mass of an outlet's hour anew whenever something that it is made of has changed: a concentration, the flow, or
 * which minutes are valid. What says something else than the latest is a new version; nothing is ever substituted here.
 */
final class MassDesk {

    private static final Comparator<OutletHour> IN_ORDER =
            Comparator.comparing(OutletHour::outlet).thenComparing(OutletHour::start);

    private final Workbench bench;
    private final RegistrySnapshot registry;
    private final JudgementRules rules;
    private final Set<OutletHour> touched = new TreeSet<>(IN_ORDER);

    MassDesk(Workbench bench, RegistrySnapshot registry, JudgementRules rules) {
        this.bench = bench;
        this.registry = registry;
        this.rules = rules;
    }

    /** Something is known anew of a factor's hour that has a report. */
    void touched(FactorHour hour) {
        boolean matters = FlueFactors.ALL.contains(hour.factor())
                || rules.massFactors().at(hour.factor(), hour.start()).isPresent();
        if (matters) {
            touched.add(OutletHour.of(hour));
        }
    }

    /** Makes the masses of the hours that were touched since the last time. */
    void settle(Instant knownAt) {
        for (OutletHour hour : touched) {
            registry.registry().outletAt(hour.outlet(), hour.start()).ifPresent(outlet -> make(hour, outlet, knownAt));
        }
        touched.clear();
    }

    private void make(OutletHour hour, Outlet outlet, Instant knownAt) {
        Map<FactorCode, ReportVersion> reports = bench.reports(hour);
        Map<FactorCode, Gauge> gauges = new TreeMap<>();
        reports.forEach((factor, version) -> gauges.put(
                factor, new Gauge(version.report(), bench.tally(version.report().hour()))));
        Optional<Duct> duct = registry.ductAt(hour.outlet(), hour.start());
        for (FactorCode factor : List.copyOf(reports.keySet())) {
            if (rules.massFactors().at(factor, hour.start()).isPresent()) {
                FactorHour of = new FactorHour(hour.outlet(), factor, hour.start());
                HourEmission emission = rules.mass().of(new StackHour(of, gauges, outlet.minuteEvidence(), duct));
                keep(of, emission, knownAt, evidence(factor, reports));
            }
        }
    }

    private void keep(FactorHour hour, HourEmission emission, Instant knownAt, List<EvidenceRef> evidence) {
        Optional<EmissionHourRow> before = bench.mass(hour);
        EmissionHourRow now = new EmissionHourRow(
                hour, before.map(EmissionHourRow::version).orElse(0) + 1, emission, knownAt, evidence);
        if (before.isEmpty() || !before.get().saysTheSameAs(now)) {
            bench.add(now);
        }
    }

    private static List<EvidenceRef> evidence(FactorCode factor, Map<FactorCode, ReportVersion> reports) {
        List<FactorCode> looked = new ArrayList<>(FlueFactors.ALL);
        looked.add(0, factor);
        Set<EvidenceRef> evidence = new LinkedHashSet<>();
        for (FactorCode one : looked) {
            Optional.ofNullable(reports.get(one))
                    .ifPresent(version -> evidence.add(version.report().evidence()));
        }
        return List.copyOf(evidence);
    }
}
