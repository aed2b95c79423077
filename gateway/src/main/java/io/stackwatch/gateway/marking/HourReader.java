package io.stackwatch.gateway.marking;

import io.stackwatch.core.marking.AutomaticMark;
import io.stackwatch.core.marking.Exemption;
import io.stackwatch.core.marking.FlaggedSpan;
import io.stackwatch.core.marking.MarkRules;
import io.stackwatch.core.marking.MarksInForce;
import io.stackwatch.core.marking.MarksKnown;
import io.stackwatch.core.marking.OwnOutage;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.ExemptionRecords;
import io.stackwatch.gateway.records.MarkRecords;
import io.stackwatch.gateway.records.OutletHour;
import io.stackwatch.gateway.records.OwnOutageRecords;
import io.stackwatch.gateway.records.ReportRecords;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.records.VerdictRecords;
import io.stackwatch.gateway.records.VerdictRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Puts together what decided an hour. Automatic marks follow from the data marks of the hours around; they are not kept. */
final class HourReader {

    private static final Duration AROUND = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);

    private final MarkRules rules;

    HourReader(MarkRules rules) {
        this.rules = rules;
    }

    Optional<HourMarks> read(Handle handle, RegistrySnapshot city, OutletId id, Instant instant, Instant now) {
        Instant start = Window.hourContaining(instant, LegalTime.ZONE).start();
        Optional<Outlet> outlet = city.registry().outletAt(id, start);
        if (outlet.isEmpty()) {
            return Optional.empty();
        }
        List<Exemption> exemptions = ExemptionRecords.touching(handle, id, start, start.plus(HOUR));
        List<OwnOutage> outages = OwnOutageRecords.touching(handle, start, start.plus(HOUR));
        Map<FactorHour, ReportVersion> reports = reports(handle, id, start);
        MarksInForce marks = new MarksInForce(
                rules,
                new MarksKnown(MarkRecords.of(handle, id, newYear(start)), automatic(reports), exemptions, outages),
                now);
        Map<FactorHour, VerdictRow> verdicts = VerdictRecords.latest(handle, List.of(new OutletHour(id, start)));
        List<HourMarks.OfFactor> factors = new ArrayList<>();
        for (FactorCode factor : city.dueHours().factorsAt(id, start)) {
            FactorHour hour = new FactorHour(id, factor, start);
            factors.add(new HourMarks.OfFactor(
                    factor,
                    marks.duty(hour, city.dueHours().of(hour), reports.containsKey(hour)),
                    marks.at(hour, outlet.get()),
                    Optional.ofNullable(verdicts.get(hour))));
        }
        return Optional.of(new HourMarks(id, start, factors, exemptions, outages));
    }

    private static Map<FactorHour, ReportVersion> reports(Handle handle, OutletId id, Instant start) {
        List<OutletHour> around = new ArrayList<>();
        for (Instant hour = start.minus(AROUND); hour.isBefore(start.plus(AROUND)); hour = hour.plus(HOUR)) {
            around.add(new OutletHour(id, hour));
        }
        return ReportRecords.latest(handle, around);
    }

    private List<AutomaticMark> automatic(Map<FactorHour, ReportVersion> reports) {
        List<FlaggedSpan> flagged = new ArrayList<>();
        reports.forEach((hour, version) -> version.report()
                .flag()
                .ifPresent(flag -> flagged.add(new FlaggedSpan(hour.outlet(), hour.factor(), hour.window(), flag))));
        return rules.automatic().of(flagged).marks();
    }

    private static Instant newYear(Instant start) {
        int year = start.atZone(LegalTime.ZONE).getYear();
        return LocalDate.of(year, 1, 1).atStartOfDay(LegalTime.ZONE).toInstant();
    }
}
