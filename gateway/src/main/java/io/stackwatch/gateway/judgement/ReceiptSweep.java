package io.stackwatch.gateway.judgement;

import io.stackwatch.core.marking.MarksInForce;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.Due;
import io.stackwatch.gateway.records.OutletHour;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The end of an hour's grace: every due factor that has not been reported is judged as not received, and is an alarm. */
final class ReceiptSweep {

    private final Workbench bench;
    private final RegistrySnapshot registry;
    private final JudgementRules rules;
    private final HourDesk hours;
    private final Episodes episodes;
    private final Isolation isolation;

    ReceiptSweep(
            Workbench bench,
            RegistrySnapshot registry,
            JudgementRules rules,
            HourDesk hours,
            Episodes episodes,
            Isolation isolation) {
        this.bench = bench;
        this.registry = registry;
        this.rules = rules;
        this.hours = hours;
        this.episodes = episodes;
        this.isolation = isolation;
    }

    /** Looks at one hour of the whole city; one outlet that fails does not stop the others. Answers how many were missing. */
    int sweep(Instant hourStart, Instant knownAt) {
        Map<OutletId, List<FactorHour>> due = new TreeMap<>();
        for (Map.Entry<FactorHour, Due> answer :
                registry.dueHours().at(hourStart).entrySet()) {
            if (answer.getValue().whyNot().isEmpty()) {
                due.computeIfAbsent(answer.getKey().outlet(), outlet -> new ArrayList<>())
                        .add(answer.getKey());
            }
        }
        bench.load(due.keySet().stream()
                .map(outlet -> new OutletHour(outlet, hourStart))
                .toList());
        int missing = 0;
        for (Map.Entry<OutletId, List<FactorHour>> outlet : due.entrySet()) {
            List<FactorHour> absent = outlet.getValue().stream()
                    .filter(hour -> bench.report(hour).isEmpty())
                    .sorted((a, b) -> a.factor().compareTo(b.factor()))
                    .toList();
            if (!absent.isEmpty()) {
                missing += isolation
                        .run("receipt:" + outlet.getKey() + ":" + hourStart, "RECEIPT", knownAt, () -> absent.stream()
                                .mapToInt(hour -> absent(hour, knownAt))
                                .sum())
                        .orElse(absent.size());
            }
        }
        return missing;
    }

    /**
     * An hour that the registry asks for has not come; answers 1 if it is missing. A stop or an exemption excuses it; an
     * outage of our own excuses the enterprise, and the hour is asked for all the same.
     */
    private int absent(FactorHour hour, Instant knownAt) {
        MarksInForce marks = bench.marks().of(hour, false, rules.marks(), knownAt);
        boolean excused = marks.duty(hour, new Due.Yes(), false).whyNot().isPresent();
        boolean wanted = marks.duty(hour, new Due.Yes(), true).whyNot().isEmpty();
        if (wanted) {
            bench.missing(hour, knownAt);
        }
        hours.judge(hour, knownAt);
        if (!excused) {
            episodes.missing(hour, knownAt);
        }
        return excused ? 0 : 1;
    }
}
