package io.stackwatch.gateway.backfill;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.transmission.BackFill;
import io.stackwatch.core.transmission.BackFillPolicy;
import io.stackwatch.core.transmission.BackFillStep;
import io.stackwatch.gateway.marking.Excuses;
import io.stackwatch.gateway.records.GapRequest;
import io.stackwatch.gateway.records.GapRequestRecords;
import io.stackwatch.gateway.records.MissingHourRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.DerivedStations;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.timetable.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what is missing, asks for it, and writes down what came of it.
 *
 * <p>Everything that counts is a row: killed at any moment it goes on from the rows, at worst asking once more for what was
 * asked a moment before. For one thread at a time.
 */
public final class BackFillDesk implements WakeUp {

    static final int HOURS = 2061;
    static final int MINUTES = 2051;

    private static final Logger LOG = LoggerFactory.getLogger(BackFillDesk.class);
    private static final Duration HOUR = Duration.ofHours(1);

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final RuleParameters parameters;
    private final Excuses excuses;
    private final HistoryRequests requests;
    private final BackFillOptions options;
    /** When an outlet is worth looking at again; only saves work, never decides. */
    private final Map<OutletId, Instant> notBefore = new HashMap<>();
    /** When a request was first found ended; after a restart its time to settle begins anew. */
    private final Map<String, Instant> foundEnded = new HashMap<>();
    /** When the minutes of an ended request are worth asking for again; by the exchange of its hours. */
    private final Map<String, Instant> minutesNotBefore = new HashMap<>();

    private Instant nextLook = Instant.MIN;

    public BackFillDesk(
            RecordStore store,
            Supplier<RegistrySnapshot> registry,
            RuleParameters parameters,
            Excuses excuses,
            HistoryRequests requests,
            BackFillOptions options) {
        this.store = store;
        this.registry = registry;
        this.parameters = parameters;
        this.excuses = excuses;
        this.requests = requests;
        this.options = options;
    }

    @Override
    public void fire(Instant now) {
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(options.every());
        int open = follow(now);
        int left = Math.min(options.atOnce(), options.open() - open);
        ask(now, left - askForMinutes(now, left));
    }

    /** Completes what has ended and settled; answers how many are still under way. */
    private int follow(Instant now) {
        List<GapRequest> open = store.read(GapRequestRecords::open);
        int still = 0;
        for (GapRequest request : open) {
            Optional<HistoryRequests.Ending> ending = requests.ending(request.exchange());
            if (ending.isEmpty()) {
                still++;
                continue;
            }
            boolean reached = ending.get().reached();
            int missing = store.read(handle -> dueIn(
                            MissingHourRecords.open(handle, request.outlet(), request.firstHour(), request.lastHour())))
                    .size();
            Instant found = foundEnded.computeIfAbsent(request.exchange(), ended -> now);
            if (reached && missing > 0 && now.isBefore(found.plus(options.settle()))) {
                // the logger's last frames may be in the journal and not in the records yet
                still++;
                continue;
            }
            foundEnded.remove(request.exchange());
            int came = Math.max(0, request.wanted() - missing);
            String outcome = reached ? ending.get().outcome() : Gaps.NOT_REACHED;
            GapRequest.End end = new GapRequest.End(outcome, ending.get().words(), came, now);
            store.write(handle -> {
                GapRequestRecords.end(handle, request.exchange(), end);
                return end;
            });
            LOG.info(
                    "mn={} gap={}..{} cn={} outcome={} wanted={} came={}",
                    request.station(),
                    request.firstHour(),
                    request.lastHour(),
                    request.command(),
                    end.outcome(),
                    request.wanted(),
                    came);
            notBefore.remove(request.outlet());
        }
        return still;
    }

    /** Asks for the minutes of hours that came, where minutes count; what is owed is in the rows. Says how many it asked. */
    private int askForMinutes(Instant now, int atMost) {
        BackFillPolicy policy = policyAt(now);
        List<GapRequest> owed = store.read(handle -> GapRequestRecords.withoutMinutes(
                handle, now.minus(policy.horizon()), Gaps.NOT_REACHED, policy.tries()));
        minutesNotBefore
                .keySet()
                .retainAll(owed.stream().map(GapRequest::exchange).toList());
        int asked = 0;
        for (GapRequest hours : owed) {
            boolean waits = now.isBefore(minutesNotBefore.getOrDefault(hours.exchange(), Instant.MIN));
            if (asked >= atMost
                    || waits
                    || !countsMinutes(hours.outlet(), hours.firstHour())
                    || requests.connectedSince(hours.station()).isEmpty()) {
                continue;
            }
            if (order(hours.station(), MINUTES, hours.outlet(), hours.firstHour(), hours.lastHour(), 0, now)) {
                asked++;
            } else {
                minutesNotBefore.put(hours.exchange(), now.plus(policy.retryAfter()));
            }
        }
        return asked;
    }

    private boolean countsMinutes(OutletId outlet, Instant hour) {
        return registry.get()
                .registry()
                .outletAt(outlet, hour)
                .map(Outlet::minuteEvidence)
                .filter(evidence -> evidence == MinuteEvidence.COUNTED)
                .isPresent();
    }

    private void ask(Instant now, int atMost) {
        BackFillPolicy policy = policyAt(now);
        Instant since = now.minus(policy.horizon());
        int left = atMost;
        for (OutletId outlet : store.read(handle -> MissingHourRecords.outlets(handle, since))) {
            if (left <= 0) {
                return;
            }
            if (!now.isBefore(notBefore.getOrDefault(outlet, Instant.MIN)) && ask(outlet, policy, since, now)) {
                left--;
            }
        }
    }

    /** Asks one outlet's logger if it is time; says whether it did. */
    private boolean ask(OutletId outlet, BackFillPolicy policy, Instant since, Instant now) {
        Optional<Mn> station = registry.get()
                .registry()
                .stationOf(outlet, now)
                .map(Station::mn)
                // nobody stands behind a station that we are ourselves: its cuts are filled from the source
                .filter(mn -> !DerivedStations.isDerived(mn));
        if (station.isEmpty()) {
            notBefore.put(outlet, now.plus(policy.retryAfter()));
            return false;
        }
        Gaps gaps = store.read(handle -> gaps(handle, outlet, station.get(), since, now));
        BackFill.Link link = new BackFill.Link(requests.connectedSince(station.get()), gaps.lastRequestAt());
        BackFillStep step = gaps.underWay()
                ? new BackFillStep.Wait(BackFillStep.Reason.PACED, now.plus(policy.pause()))
                : BackFill.next(gaps.hours(), link, policy, now);
        return step.match(
                ask -> {
                    int wanted = gaps.figures(ask.firstHour(), ask.lastHour());
                    return order(station.get(), HOURS, outlet, ask.firstHour(), ask.lastHour(), wanted, now);
                },
                wait -> {
                    notBefore.put(outlet, wait.until());
                    return false;
                },
                leave -> {
                    if (leave.reason() == BackFillStep.Reason.EXCUSED) {
                        LOG.info("outlet={} not asked: excused by {}", outlet, leave.detail());
                    }
                    notBefore.put(outlet, now.plus(policy.retryAfter()));
                    return false;
                });
    }

    private Gaps gaps(Handle handle, OutletId outlet, Mn station, Instant since, Instant now) {
        List<FactorHour> missing = MissingHourRecords.open(handle, outlet, since, now);
        return Gaps.of(
                missing,
                excuses.of(handle, registry.get(), outlet, missing, now),
                GapRequestRecords.of(handle, outlet, since),
                GapRequestRecords.lastTo(handle, station));
    }

    private boolean order(
            Mn station, int command, OutletId outlet, Instant first, Instant last, int wanted, Instant now) {
        HistoryRequests.Asked asked = requests.ask(station, command, first, endOf(command, last));
        if (asked.exchange().isEmpty()) {
            notBefore.put(outlet, now.plus(policyAt(now).pause()));
            LOG.warn("mn={} gap={}..{} cn={} not asked: {}", station, first, last, command, asked.whyNot());
            return false;
        }
        GapRequest request = new GapRequest(
                asked.exchange().get(), station, outlet, command, first, last, wanted, now, Optional.empty());
        store.write(handle -> {
            GapRequestRecords.insert(handle, request);
            return request;
        });
        LOG.info("mn={} gap={}..{} cn={} wanted={} asked", station, first, last, command, wanted);
        return true;
    }

    /** Hours are labelled by their start, so the last hour is its own end; of minutes the last one of the hour is. */
    private static Instant endOf(int command, Instant lastHour) {
        return command == HOURS ? lastHour : lastHour.plus(HOUR).minusSeconds(60);
    }

    /** A duty that was taken back since is no gap. */
    private List<FactorHour> dueIn(List<FactorHour> missing) {
        RegistrySnapshot now = registry.get();
        return missing.stream()
                .filter(hour -> now.dueHours().of(hour).whyNot().isEmpty())
                .toList();
    }

    private BackFillPolicy policyAt(Instant instant) {
        return new BackFillPolicy(
                parameters.duration("backfill.patience", instant),
                parameters.duration("backfill.pause", instant),
                parameters.duration("backfill.retry-after", instant),
                parameters.count("backfill.tries", instant),
                parameters.count("backfill.hours-per-request", instant),
                parameters.duration("backfill.horizon", instant));
    }
}
