package io.stackwatch.gateway.marking;

import io.stackwatch.core.marking.Exemption;
import io.stackwatch.core.marking.MarkFile;
import io.stackwatch.core.marking.MarkRules;
import io.stackwatch.core.marking.MarksInForce;
import io.stackwatch.core.marking.MarksKnown;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.Due;
import io.stackwatch.gateway.records.ExemptionRecords;
import io.stackwatch.gateway.records.MarkRecords;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What excuses hours that were found missing: a duty that was taken back, a stop that was accepted, an exemption that was
 * granted. An outage of our own is no such excuse: the logger may still have what we could not take. Immutable; safe to share.
 */
public final class Excuses {

    private final MarkRules rules;

    public Excuses(MarkRules rules) {
        this.rules = rules;
    }

    /** Of some hours of one outlet those that are excused at an instant, each with what excuses it. */
    public Map<FactorHour, String> of(
            Handle handle, RegistrySnapshot registry, OutletId outlet, Collection<FactorHour> hours, Instant asOf) {
        Map<FactorHour, String> excused =
                new TreeMap<>(Comparator.comparing(FactorHour::start).thenComparing(FactorHour::factor));
        if (hours.isEmpty()) {
            return excused;
        }
        MarksInForce marks = marks(handle, outlet, hours, asOf);
        for (FactorHour hour : hours) {
            Due due = marks.duty(hour, registry.dueHours().of(hour), true);
            due.match(yes -> "", no -> excused.put(hour, no.reason() + ": " + no.document()));
        }
        return excused;
    }

    private MarksInForce marks(Handle handle, OutletId outlet, Collection<FactorHour> hours, Instant asOf) {
        List<Instant> starts = hours.stream().map(FactorHour::start).sorted().collect(Collectors.toList());
        Instant first = starts.get(0);
        Instant end = starts.get(starts.size() - 1).plusSeconds(3_600);
        List<MarkFile> files = MarkRecords.of(handle, outlet, first);
        List<Exemption> exemptions = ExemptionRecords.touching(handle, outlet, first, end);
        return new MarksInForce(rules, new MarksKnown(files, List.of(), exemptions, List.of()), asOf);
    }
}
