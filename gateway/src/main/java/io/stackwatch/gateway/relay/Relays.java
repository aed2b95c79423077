package io.stackwatch.gateway.relay;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.records.RelayAct;
import io.stackwatch.gateway.records.RelayActs;
import io.stackwatch.gateway.records.RelayDownlinks;
import io.stackwatch.gateway.records.RelayHour;
import io.stackwatch.gateway.records.RelayHours;
import io.stackwatch.gateway.records.RelayItems;
import io.stackwatch.gateway.records.RelayRefusals;
import io.stackwatch.gateway.relay.target.RelayTarget;
import io.stackwatch.gateway.relay.target.RelayTargets;
import io.stackwatch.gateway.relay.target.TargetName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All relays of a gateway. Safe for use by several threads; closing twice is harmless. */
public final class Relays implements RelayDesk, StationBusy, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Relays.class);

    /** How much of what happened lately is shown. */
    private static final int LATELY = 50;

    private final List<Relay> relays;
    private final Downlinks downlinks;
    private final NightlyReports reports;
    private final RelayParts parts;

    private Relays(List<Relay> relays, Downlinks downlinks, NightlyReports reports, RelayParts parts) {
        this.relays = List.copyOf(relays);
        this.downlinks = downlinks;
        this.reports = reports;
        this.parts = parts;
    }

    /**
     * Starts a relay for each target. On return their places in the journal are settled: what is journaled from now on is
     * forwarded.
     */
    public static Relays start(RelayTargets targets, RelayParts parts, ReportOptions reports) {
        List<Relay> started = new ArrayList<>();
        Downlinks downlinks = new Downlinks(targets, parts);
        try {
            for (RelayTarget target : targets.all()) {
                Relay relay = new Relay(target, parts, downlinks.asks(), downlinks, downlinks.of(target));
                relay.start();
                started.add(relay);
            }
        } catch (RuntimeException failed) {
            started.forEach(Relay::close);
            downlinks.close();
            throw failed;
        }
        LOG.info("relays={}", started.size());
        nobodysCursors(targets, parts.journal());
        return new Relays(started, downlinks, new NightlyReports(targets.all(), parts.store(), reports), parts);
    }

    /** A target that was taken out of the file keeps its place, and with it retention away from the journal. */
    private static void nobodysCursors(RelayTargets targets, Journal journal) {
        Set<String> ours = new HashSet<>();
        targets.all().forEach(target -> ours.addAll(List.of(RelayCursor.nameOf(target), RelayCursor.pinOf(target))));
        journal.cursors().stream()
                .filter(cursor -> cursor.name().startsWith(RelayCursor.PREFIX) && !ours.contains(cursor.name()))
                .forEach(cursor -> LOG.warn(
                        "cursor={} position={} belongs to no target and holds old segments back until it is removed",
                        cursor.name(),
                        cursor.position()));
    }

    @Override
    public List<RelayStatus> statuses() {
        return relays.stream().map(Relay::status).toList();
    }

    /** How one is doing; empty if there is none with this name. */
    public Optional<RelayStatus> status(TargetName name) {
        return find(name).map(Relay::status);
    }

    @Override
    public Optional<RelayFile> file(TargetName name) {
        return find(name).map(relay -> {
            String target = name.value();
            Instant young =
                    parts.clock().instant().minus(relay.target().delivery().realtimeWithin());
            return parts.store().read(handle -> {
                long open = RelayItems.count(handle, target);
                long realtime = RelayItems.countYoung(handle, target, young);
                return new RelayFile(
                        relay.status(),
                        realtime,
                        open - realtime,
                        RelayRefusals.of(handle, target, LATELY),
                        RelayActs.of(handle, target, LATELY),
                        RelayDownlinks.of(handle, target, LATELY));
            });
        });
    }

    @Override
    public Optional<Reconciliation> reconciliation(
            TargetName name, LocalDate day, Optional<RelayHour.Key> after, int limit) {
        Instant from = NightlyReports.startOf(day);
        Instant until = NightlyReports.startOf(day.plusDays(1));
        String target = name.value();
        return find(name).map(relay -> parts.store()
                .read(handle -> new Reconciliation(
                        day,
                        RelayHours.sum(handle, target, from, until),
                        RelayHours.reported(handle, target, day),
                        RelayHours.of(handle, target, from, until, after, limit))));
    }

    @Override
    public Optional<RelayAct> resend(TargetName name, String actor, String reason, Instant from, Instant until) {
        return find(name).map(relay -> {
            Instant now = parts.clock().instant();
            RelayAct act = relay.resending().order(actor, reason, from, until, now, relay.place());
            LOG.info("relay={} resend={} from={} until={} by={}", name, act.number(), from, until, actor);
            return act;
        });
    }

    /** Does what the passing of time asks for: reports of nights, requests that nobody answers. */
    public void fire(Instant now) {
        downlinks.expire(now);
        reports.fire(now);
    }

    /** Commands of platforms that were dropped because too many waited, since start. */
    public long droppedCommands() {
        return downlinks.dropped();
    }

    /** Whether a station is answering a platform. */
    @Override
    public boolean isBusy(Mn station) {
        return downlinks.isBusy(station);
    }

    private Optional<Relay> find(TargetName name) {
        return relays.stream()
                .filter(relay -> relay.target().name().equals(name))
                .findFirst();
    }

    /** Stops all of them, together. */
    @Override
    public void close() {
        relays.forEach(Relay::stop);
        relays.forEach(Relay::close);
        downlinks.close();
    }
}
