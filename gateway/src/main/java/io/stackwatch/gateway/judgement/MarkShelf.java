package io.stackwatch.gateway.judgement;

import io.stackwatch.core.marking.Exemption;
import io.stackwatch.core.marking.MarkFile;
import io.stackwatch.core.marking.MarkRules;
import io.stackwatch.core.marking.MarksInForce;
import io.stackwatch.core.marking.MarksKnown;
import io.stackwatch.core.marking.OwnOutage;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.ExemptionRecords;
import io.stackwatch.gateway.records.MarkRecords;
import io.stackwatch.gateway.records.OutletHour;
import io.stackwatch.gateway.records.OwnOutageRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Marks, exemptions and own outages as one transaction needs them, read once. In a city without them nothing is read but
 * that there are none.
 */
final class MarkShelf {

    private final Handle handle;
    private final Map<Place, List<MarkFile>> files = new HashMap<>();
    private final Map<OutletHour, List<Exemption>> exemptions = new HashMap<>();
    private final Map<Instant, List<OwnOutage>> outages = new HashMap<>();
    private @Nullable Set<OutletId> marked;
    private @Nullable Boolean exempted;

    MarkShelf(Handle handle) {
        this.handle = handle;
    }

    /** The marks of an outlet in a legal year and behind it. */
    private record Place(OutletId outlet, int year) {}

    /** What is in force for an hour, by what had been filed and decided at an instant. */
    MarksInForce of(FactorHour hour, boolean received, MarkRules rules, Instant asOf) {
        MarksKnown known =
                new MarksKnown(files(hour), List.of(), exemptions(hour), received ? List.of() : outages(hour.window()));
        return new MarksInForce(rules, known, asOf);
    }

    private List<MarkFile> files(FactorHour hour) {
        if (marked == null) {
            marked = MarkRecords.outlets(handle);
        }
        if (!marked.contains(hour.outlet())) {
            return List.of();
        }
        int year = hour.start().atZone(LegalTime.ZONE).getYear();
        return files.computeIfAbsent(
                new Place(hour.outlet(), year),
                place -> MarkRecords.of(
                        handle,
                        hour.outlet(),
                        LocalDate.of(year, 1, 1).atStartOfDay(LegalTime.ZONE).toInstant()));
    }

    private List<Exemption> exemptions(FactorHour hour) {
        if (exempted == null) {
            exempted = ExemptionRecords.any(handle);
        }
        return exempted
                ? exemptions.computeIfAbsent(
                        OutletHour.of(hour),
                        key -> ExemptionRecords.touching(handle, hour.outlet(), hour.start(), hour.end()))
                : List.of();
    }

    private List<OwnOutage> outages(Window hour) {
        return outages.computeIfAbsent(
                hour.start(), start -> OwnOutageRecords.touching(handle, hour.start(), hour.end()));
    }

    /** What was read is read again. */
    void forget() {
        files.clear();
        exemptions.clear();
        outages.clear();
        marked = null;
        exempted = null;
    }
}
