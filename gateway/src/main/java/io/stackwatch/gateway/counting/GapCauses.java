package io.stackwatch.gateway.counting;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.transmission.Circumstance;
import io.stackwatch.core.transmission.Gap;
import io.stackwatch.core.transmission.GapEvidence;
import io.stackwatch.core.transmission.GapFinding;
import io.stackwatch.core.transmission.GapForensics;
import io.stackwatch.gateway.records.MissingHourRecords;
import io.stackwatch.gateway.records.MissingHourRecords.Looked;
import io.stackwatch.gateway.records.NotUnderstoodRow;
import io.stackwatch.gateway.records.OutletHour;
import io.stackwatch.gateway.records.QuarantineRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.ReportRecords;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.records.SetAsideRecords;
import io.stackwatch.gateway.records.StationHour;
import io.stackwatch.gateway.records.StationTraceRecords;
import io.stackwatch.gateway.records.StationTraceRecords.Link;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Gathers from the rows what is known about missing hours, and asks the core for the cause. */
final class GapCauses {

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final RuleParameters parameters;
    private final Circumstances circumstances;

    GapCauses(
            RecordStore store,
            Supplier<RegistrySnapshot> registry,
            RuleParameters parameters,
            Circumstances circumstances) {
        this.store = store;
        this.registry = registry;
        this.parameters = parameters;
        this.circumstances = circumstances;
    }

    /** The gaps of an outlet in {@code [from, until)}, by factor and time. A duty that was taken back since is no gap. */
    List<GapFinding> of(OutletId outlet, Instant from, Instant until) {
        return store.read(handle -> {
            Map<FactorCode, Map<Instant, Looked>> missing = new TreeMap<>();
            for (Looked one : MissingHourRecords.ever(handle, outlet, from, until.minusMillis(1))) {
                if (registry.get().dueHours().of(one.hour()).whyNot().isEmpty()) {
                    missing.computeIfAbsent(one.hour().factor(), factor -> new TreeMap<>())
                            .put(one.hour().start(), one);
                }
            }
            List<GapFinding> findings = new ArrayList<>();
            missing.forEach((factor, hours) -> Gap.of(outlet, factor, hours.keySet())
                    .forEach(gap -> findings.addAll(GapForensics.of(
                            gap, hour -> evidence(handle, new FactorHour(outlet, factor, hour), gap, hours)))));
            return findings;
        });
    }

    private GapEvidence evidence(Handle handle, FactorHour hour, Gap gap, Map<Instant, Looked> missing) {
        Window receipt = new Window(hour.end(), hour.end().plus(parameters.duration("receipt.grace", hour.start())));
        Optional<Mn> station =
                registry.get().registry().stationOf(hour.outlet(), hour.start()).map(Station::mn);
        List<ReportVersion> others = ReportRecords.latest(handle, List.of(OutletHour.of(hour))).values().stream()
                .filter(version -> !version.report().hour().factor().equals(hour.factor()))
                .toList();
        List<StationHour> frames = station.map(mn -> StationTraceRecords.hours(
                        handle,
                        mn,
                        receipt.start(),
                        receipt.end().minusMillis(1).truncatedTo(ChronoUnit.HOURS)))
                .orElse(List.of());
        return new GapEvidence(
                ownOutage(handle, hour, receipt),
                Optional.ofNullable(missing.get(hour.start())).flatMap(Looked::cameAt),
                station.flatMap(mn -> notUsed(handle, mn, hour, gap, receipt, frames)),
                others.size(),
                station.map(mn -> frames.stream().mapToLong(StationHour::frames).sum()),
                station.map(mn -> link(handle, mn, receipt)).orElse(GapEvidence.Link.UNKNOWN));
    }

    private Optional<String> ownOutage(Handle handle, FactorHour hour, Window receipt) {
        return circumstances.of(handle, hour.outlet(), receipt).stream()
                .map(Circumstances.Held::circumstance)
                .filter(one -> one.kind() == Circumstance.Kind.OWN_OUTAGE)
                .filter(one -> !one.window().overlap(receipt).isZero())
                .map(Circumstance::id)
                .findFirst();
    }

    /**
     * What could not be used of what came: frames in quarantine, or an item that appeared in the place of the factor: it was
     * never seen before the factor's last report, and is in the frames of the hour.
     */
    private static Optional<String> notUsed(
            Handle handle, Mn station, FactorHour hour, Gap gap, Window receipt, List<StationHour> frames) {
        Optional<String> quarantined =
                QuarantineRecords.during(handle, station.value(), hour.start(), receipt.end()).stream()
                        .map(entry -> "quarantined as " + entry.reason() + ", entry " + entry.id())
                        .findFirst();
        if (quarantined.isPresent() || frames.isEmpty()) {
            return quarantined;
        }
        long first = frames.get(0).firstSequence();
        long last = frames.get(frames.size() - 1).lastSequence();
        long lastReport = ReportRecords.latestBefore(handle, hour.of(gap.factor()), gap.firstHour())
                .map(version -> version.report().evidence().sequence())
                .orElse(0L);
        return SetAsideRecords.notUnderstoodOf(handle, station.value()).stream()
                .filter(item -> item.firstSequence() <= last && item.lastSequence() >= first)
                .filter(item -> item.firstSequence() > lastReport
                        || item.item().equals(gap.factor().value()))
                .map(GapCauses::words)
                .findFirst();
    }

    private static String words(NotUnderstoodRow item) {
        return "item " + item.item() + " not used: " + item.reason() + ", since journal " + item.firstSequence();
    }

    private static GapEvidence.Link link(Handle handle, Mn station, Window receipt) {
        List<Link> links = StationTraceRecords.links(handle, station, receipt.end());
        if (links.isEmpty()) {
            return StationTraceRecords.everHeard(handle, station) ? GapEvidence.Link.UNKNOWN : GapEvidence.Link.NEVER;
        }
        boolean stood = links.stream()
                .anyMatch(link -> !link.openedAt().isAfter(receipt.start())
                        && link.closedAt()
                                .map(closed -> !closed.isBefore(receipt.end()))
                                .orElse(true));
        return stood ? GapEvidence.Link.OPEN : GapEvidence.Link.CLOSED;
    }
}
