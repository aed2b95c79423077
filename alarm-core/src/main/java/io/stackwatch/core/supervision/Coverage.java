package io.stackwatch.core.supervision;

import io.stackwatch.core.exceedance.RuleParameter;
import io.stackwatch.core.registry.Boiler;
import io.stackwatch.core.registry.CemsDuty;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Region;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.supervision.CoverageEntry.Line;
import io.stackwatch.core.supervision.CoverageEntry.Must;
import io.stackwatch.core.supervision.CoverageEntry.Thing;
import io.stackwatch.core.supervision.CoverageGround.Kind;
import io.stackwatch.core.transmission.BoilerDuty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who must be on line, on which ground, who is not and since when (全覆盖, action plan 2017 item 16; duties of law as they are registered).
 * Pure; safe to share.
 */
public final class Coverage {

    private static final RegionCode NOWHERE = new RegionCode("-");

    private final CoverageBook book;

    public Coverage(CoverageBook book) {
        this.book = book;
    }

    /** The answer for every outlet that is registered then and every boiler without one, by county, in the order of codes and ids. */
    public List<CountyCoverage> of(CoverageQuestion question) {
        Map<OutletId, List<Boiler>> byOutlet = new LinkedHashMap<>();
        Map<RegionCode, List<CoverageEntry>> byCounty = new TreeMap<>();
        for (Boiler boiler : coalBoilers(question)) {
            Optional<Outlet> outlet =
                    boiler.outlet().flatMap(id -> question.registry().outletAt(id, question.at()));
            if (outlet.isPresent()) {
                byOutlet.computeIfAbsent(outlet.get().id(), k -> new ArrayList<>())
                        .add(boiler);
            } else {
                add(byCounty, withoutOutlet(boiler, question));
            }
        }
        for (OutletId id : question.registry().outletIds()) {
            question.registry()
                    .outletAt(id, question.at())
                    .ifPresent(outlet ->
                            add(byCounty, entry(outlet, byOutlet.getOrDefault(outlet.id(), List.of()), question)));
        }
        return byCounty.entrySet().stream()
                .map(county ->
                        new CountyCoverage(county.getKey(), name(county.getKey(), question), sorted(county.getValue())))
                .toList();
    }

    private static void add(Map<RegionCode, List<CoverageEntry>> byCounty, CoverageEntry entry) {
        byCounty.computeIfAbsent(entry.county(), k -> new ArrayList<>()).add(entry);
    }

    private static List<CoverageEntry> sorted(List<CoverageEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(CoverageEntry::enterprise).thenComparing(Coverage::idOf))
                .toList();
    }

    private static String idOf(CoverageEntry entry) {
        Thing thing = entry.thing();
        return thing.outlet()
                .map(OutletId::value)
                .orElseGet(() -> thing.boilers().get(0).value());
    }

    private static String name(RegionCode code, CoverageQuestion question) {
        return question.registry()
                .regionAt(code, question.at())
                .map(Region::chineseName)
                .orElse(code.value());
    }

    /** Boilers that must be on line, whatever reports for them. */
    private static List<Boiler> coalBoilers(CoverageQuestion question) {
        return question.boilers().stream()
                .filter(boiler -> boiler.effective().contains(question.at()))
                .filter(boiler -> BoilerDuty.of(boiler, question.boilerTons(), BoilerDuty.Line.NOT_CONNECTED)
                        .mustBeOnline())
                .sorted(Comparator.comparing(Boiler::id))
                .toList();
    }

    private static CoverageEntry withoutOutlet(Boiler boiler, CoverageQuestion question) {
        Optional<Enterprise> enterprise = question.registry().enterpriseAt(boiler.enterprise(), question.at());
        CoverageGround ground = ground(boiler, question);
        return new CoverageEntry(
                county(enterprise),
                boiler.enterprise(),
                enterprise.map(Enterprise::name).orElse(""),
                new Thing(
                        Optional.empty(),
                        List.of(boiler.id()),
                        boiler.name(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                List.of(ground),
                Must.BY_PLAN_ONLY,
                Line.NO_OUTLET,
                Optional.of(ground.since()));
    }

    /** Where an enterprise lies; one that is not registered then is shown under a code that no county has. */
    private static RegionCode county(Optional<Enterprise> enterprise) {
        return enterprise.map(Enterprise::region).orElse(NOWHERE);
    }

    private CoverageEntry entry(Outlet outlet, List<Boiler> boilers, CoverageQuestion question) {
        Optional<Enterprise> enterprise = question.registry().enterpriseAt(outlet.enterprise(), question.at());
        Optional<Station> station = question.registry().stationOf(outlet.id(), question.at());
        List<CoverageGround> grounds = grounds(outlet, boilers, question);
        Line line = line(outlet, station, question);
        return new CoverageEntry(
                county(enterprise),
                outlet.enterprise(),
                enterprise.map(Enterprise::name).orElse(""),
                new Thing(
                        Optional.of(outlet.id()),
                        boilers.stream().map(Boiler::id).toList(),
                        outlet.name(),
                        outlet.stackHeightMetres(),
                        Optional.of(outlet.industry()),
                        station.map(Station::mn)),
                grounds,
                must(outlet, grounds),
                line,
                since(outlet, line, station, grounds, question));
    }

    private List<CoverageGround> grounds(Outlet outlet, List<Boiler> boilers, CoverageQuestion question) {
        List<CoverageGround> grounds = new ArrayList<>();
        question.registry().dutyAt(outlet.id(), question.at()).ifPresent(duty -> grounds.add(ground(duty)));
        for (CoverageRow row : book.inForce(question.at())) {
            if (applies(row, outlet)) {
                grounds.add(ground(row, outlet));
            }
        }
        boilers.forEach(boiler -> grounds.add(ground(boiler, question)));
        return grounds;
    }

    private static boolean applies(CoverageRow row, Outlet outlet) {
        return switch (row.kind()) {
            case STACK_ABOVE ->
                outlet.stackHeightMetres()
                        .map(height -> height.compareTo(new BigDecimal(row.value())) > 0)
                        .orElse(false);
            case INDUSTRY -> outlet.industry().value().equals(row.value());
        };
    }

    private static CoverageGround ground(CemsDuty duty) {
        return new CoverageGround(
                Kind.LEGAL_DUTY,
                duty.basis().name(),
                duty.document(),
                duty.mark(),
                duty.effective().from());
    }

    private static CoverageGround ground(CoverageRow row, Outlet outlet) {
        boolean height = row.kind() == CoverageRow.Kind.STACK_ABOVE;
        String text = height
                ? outlet.stackHeightMetres().map(BigDecimal::toPlainString).orElse("") + " m > " + row.value() + " m"
                : row.value() + " " + row.chinese();
        return new CoverageGround(
                height ? Kind.STACK_HEIGHT : Kind.INDUSTRY,
                row.id(),
                text,
                row.mark(),
                later(row.effective().from(), outlet.effective().from()));
    }

    private static CoverageGround ground(Boiler boiler, CoverageQuestion question) {
        RuleParameter threshold = question.boilerThreshold().orElseThrow();
        return new CoverageGround(
                Kind.COAL_BOILER,
                boiler.id().value(),
                boiler.steamTonsPerHour().toPlainString() + " t/h >= " + threshold.value() + " t/h",
                boiler.mark(),
                later(threshold.effective().from(), boiler.effective().from()));
    }

    private static Must must(Outlet outlet, List<CoverageGround> grounds) {
        if (grounds.stream().anyMatch(ground -> ground.kind() == Kind.LEGAL_DUTY)) {
            return Must.BY_LAW;
        }
        if (!grounds.isEmpty()) {
            return Must.BY_PLAN_ONLY;
        }
        return outlet.stackHeightMetres().isPresent() ? Must.NO : Must.NOT_KNOWN;
    }

    private static Line line(Outlet outlet, Optional<Station> station, CoverageQuestion question) {
        if (station.isEmpty()) {
            return Line.NOT_CONNECTED;
        }
        Optional<Instant> heard = heard(station, question);
        boolean speaks = heard.map(last -> !last.plus(question.silentAfter()).isBefore(question.at()))
                .orElse(false);
        if (speaks) {
            return Line.ON_LINE;
        }
        if (question.registry().pauseAt(outlet.id(), question.at()).isPresent()) {
            return Line.STOPPED;
        }
        return heard.isPresent() ? Line.SILENT : Line.NEVER_DELIVERED;
    }

    private static Optional<Instant> heard(Optional<Station> station, CoverageQuestion question) {
        return station.map(Station::mn).map(question.heard()::get);
    }

    private static Optional<Instant> since(
            Outlet outlet,
            Line line,
            Optional<Station> station,
            List<CoverageGround> grounds,
            CoverageQuestion question) {
        return switch (line) {
            case ON_LINE, NEVER_DELIVERED -> station.map(one -> one.effective().from());
            case STOPPED ->
                question.registry().pauseAt(outlet.id(), question.at()).map(pause -> pause.effective()
                        .from());
            case SILENT -> heard(station, question);
            case NOT_CONNECTED, NO_OUTLET ->
                grounds.stream()
                        .map(CoverageGround::since)
                        .min(Comparator.naturalOrder())
                        .map(must -> later(must, lastEnd(outlet, question)));
        };
    }

    /** When the last one that reported for an outlet ceased to; the beginning of all if there was none. */
    private static Instant lastEnd(Outlet outlet, CoverageQuestion question) {
        return question.registry().rows().stations().stream()
                .filter(station -> station.outlet().equals(outlet.id()))
                .flatMap(station -> station.effective().until().stream())
                .filter(end -> !end.isAfter(question.at()))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
