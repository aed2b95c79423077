package io.stackwatch.gateway.judgement;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.exceedance.JudgedHour;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.DeadlineRecords;
import io.stackwatch.gateway.records.LatestReadings;
import io.stackwatch.gateway.records.NotUnderstoodRow;
import io.stackwatch.gateway.records.OutletHour;
import io.stackwatch.gateway.records.ParkedRow;
import io.stackwatch.gateway.records.SetAsideRecords;
import io.stackwatch.gateway.records.StationHour;
import io.stackwatch.gateway.records.StationTraceRecords;
import io.stackwatch.gateway.records.VerdictRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** One transaction of the core cursor: everything that takes part in it, put together once. */
final class Turn {

    private final Handle handle;
    private final Workbench bench;
    private final Timeline timeline;
    private final HourDesk hours;
    private final AccountDesk accounts;
    private final MassDesk masses;
    private final DeadlineDesk deadlines;
    private final Isolation isolation;
    private final Map<OutletId, LatestReadings> latest = new HashMap<>();
    private final Set<OutletId> latestChanged = new HashSet<>();
    private final Map<List<String>, NotUnderstoodRow> notUnderstood = new LinkedHashMap<>();
    private final Map<List<String>, StationHour> heard = new LinkedHashMap<>();
    private final List<ParkedRow> parked = new ArrayList<>();
    private final long firstEvent;
    private long position;

    Turn(Handle handle, RegistrySnapshot registry, JudgementRules rules, JudgementOptions options, CursorPlace place) {
        this.handle = handle;
        this.position = place.position();
        this.timeline = new Timeline(place);
        this.bench = new Workbench(handle);
        this.firstEvent = bench.lastEvent();
        this.isolation = new Isolation(bench);
        Episodes episodes = new Episodes(bench, rules);
        DeadlineRecords kept = new DeadlineRecords(handle);
        this.accounts = new AccountDesk(bench, rules, episodes);
        this.masses = new MassDesk(bench, registry, rules);
        ConversionDesk conversions = new ConversionDesk(bench, rules, episodes);
        StopDesk stops = new StopDesk(bench, registry, rules, episodes, kept);
        CaseDesk cases = new CaseDesk(bench, registry, rules, kept);
        this.hours = new HourDesk(bench, registry, rules, new HourDesk.VerdictListener() {
            @Override
            public void judged(JudgedHour judged, VerdictRow now, Optional<VerdictRow> before) {
                episodes.judged(now, before);
                cases.judged(judged, before);
                conversions.judged(now);
            }

            @Override
            public void received(FactorHour hour, Instant knownAt, List<EvidenceRef> evidence) {
                episodes.received(hour, knownAt, evidence);
            }

            @Override
            public void reported(HourReport report, Instant knownAt) {
                accounts.reported(report, knownAt);
                masses.touched(report.hour());
                stops.reported(report, knownAt);
            }

            @Override
            public void recounted(FactorHour hour) {
                masses.touched(hour);
            }
        });
        this.deadlines = new DeadlineDesk(
                kept,
                rules.parameters(),
                timeline,
                new ReceiptSweep(bench, registry, rules, hours, episodes, isolation),
                cases,
                stops,
                new SecondJudgement(bench, registry, hours, episodes),
                isolation,
                options);
    }

    /** Loads with few statements what these facts will need. */
    void prefetch(Collection<FrameFacts> all) {
        Set<OutletHour> wanted = new HashSet<>();
        Set<OutletId> outlets = new HashSet<>();
        for (FrameFacts facts : all) {
            facts.hours().forEach(report -> wanted.add(OutletHour.of(report.hour())));
            facts.minutes().forEach(datum -> wanted.add(OutletHour.of(datum.hour())));
            facts.realtime().forEach(realtime -> outlets.add(realtime.outlet()));
        }
        bench.load(wanted);
        latest.putAll(LatestReadings.load(handle, outlets));
    }

    /** Deals with deadlines that come before an instant; false if the transaction should end before going on. */
    boolean advanceTo(Instant instant) {
        return deadlines.advanceTo(instant);
    }

    /** Takes what a record says. */
    void take(FrameFacts facts) {
        Instant knownAt = timeline.moveTo(facts.arrivedAt());
        for (FrameFacts.Realtime realtime : facts.realtime()) {
            latest.computeIfAbsent(realtime.outlet(), outlet -> new LatestReadings())
                    .take(realtime.reading());
            latestChanged.add(realtime.outlet());
        }
        hours.take(facts.minutes(), knownAt);
        List<FrameFacts.LeftOut> leftOut = new ArrayList<>(facts.leftOut());
        leftOut.addAll(hours.take(facts, knownAt));
        masses.settle(knownAt);
        facts.made().forEach(report -> accounts.made(facts.station(), report, knownAt));
        for (FrameFacts.LeftOut item : leftOut) {
            NotUnderstoodRow once = new NotUnderstoodRow(
                    facts.station().value(),
                    printable(item.item()),
                    item.reason(),
                    1,
                    facts.sequence(),
                    facts.sequence());
            notUnderstood.merge(
                    List.of(once.station(), once.item(), once.reason()),
                    once,
                    (known, more) -> new NotUnderstoodRow(
                            known.station(),
                            known.item(),
                            known.reason(),
                            known.times() + more.times(),
                            known.firstSequence(),
                            more.lastSequence()));
        }
    }

    /** What a peer calls its items may hold anything; a table may not. */
    private static String printable(String name) {
        String shown = name.length() > 64 ? name.substring(0, 64) : name;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }

    /** Counts a frame of a known station, whatever it says. */
    void heard(JournalRecord record) {
        Instant hour = record.arrival().arrivedAt().truncatedTo(ChronoUnit.HOURS);
        if (record.arrival().disposition() == Arrival.Disposition.ACCEPTED) {
            record.arrival().station().ifPresent(mn -> {
                StationHour one = new StationHour(mn, hour, 1, record.sequence(), record.sequence());
                heard.merge(List.of(mn.value(), hour.toString()), one, StationHour::plus);
            });
        }
    }

    /** Sets a record aside. */
    void park(ParkedRow row) {
        parked.add(row);
    }

    Instant asOf() {
        return timeline.asOf();
    }

    /** Every record up to this one is dealt with. */
    void dealtWith(long sequence) {
        position = sequence;
    }

    /** Writes everything, the cursor's place with it; answers what was done. */
    CoreCursor.Progress finish(String cursor) {
        bench.flush();
        Map<OutletId, LatestReadings> changed = new HashMap<>();
        latestChanged.forEach(outlet -> changed.put(outlet, latest.getOrDefault(outlet, new LatestReadings())));
        LatestReadings.save(handle, changed);
        SetAsideRecords.count(handle, notUnderstood.values());
        SetAsideRecords.park(handle, parked);
        StationTraceRecords.add(handle, heard.values());
        CursorPlace place = new CursorPlace(position, timeline.asOf());
        place.save(handle, cursor);
        return new CoreCursor.Progress(
                place, firstEvent, bench.lastEvent(), deadlines.dealtWith(), parked.size() + isolation.parked());
    }
}
