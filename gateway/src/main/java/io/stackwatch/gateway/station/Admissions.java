package io.stackwatch.gateway.station;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.AdmissionRecords;
import io.stackwatch.gateway.records.AdmissionRow;
import io.stackwatch.gateway.records.QuarantineRecords;
import io.stackwatch.gateway.records.QuarantineRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StationActKind;
import io.stackwatch.gateway.records.StationActRecords;
import io.stackwatch.gateway.registry.LiveRegistry;
import io.stackwatch.gateway.registry.SheetError;
import io.stackwatch.gateway.registry.StationRegistration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Lets strangers in: one act registers the station, or changes its registration, and has its quarantined frames journaled
 * again (decision record 0021). Safe for use by several threads.
 */
public final class Admissions {

    /** Frames that came while the act was committed and the registry read again belong to it. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** So many frames are looked at to learn how a station speaks. */
    private static final int MOST_LOOKED_AT = 5_000;

    private final RecordStore store;
    private final Journal journal;
    private final LiveRegistry registry;
    private final Clock clock;
    private final Activation activation;
    private final Runnable wake;

    /**
     * @param activation who tells a logger its MN
     * @param wake called when there are frames to be journaled again
     */
    public Admissions(
            RecordStore store,
            Journal journal,
            LiveRegistry registry,
            Clock clock,
            Activation activation,
            Runnable wake) {
        this.store = store;
        this.journal = journal;
        this.registry = registry;
        this.clock = clock;
        this.activation = activation;
        this.wake = wake;
    }

    /**
     * Lets the station of an entry in. On return it is registered and may speak; its frames follow.
     *
     * @throws IllegalArgumentException if who or why is missing
     */
    public AdmitOutcome admit(long entryId, AdmissionOrder order) {
        Act act = new Act(now(), order.by(), order.reason());
        Optional<QuarantineRow> found = store.read(handle -> QuarantineRecords.find(handle, entryId));
        if (found.isEmpty()) {
            return new AdmitOutcome.NoSuchEntry();
        }
        QuarantineRow entry = found.get();
        if (entry.state() == QuarantineRow.State.ADMITTED) {
            return new AdmitOutcome.DecidedBefore(entry.state());
        }
        Optional<Mn> station = entry.mn().isEmpty() ? order.mn() : Optional.of(new Mn(entry.mn()));
        if (station.isEmpty()) {
            return refused("mn", "", "the MN that this logger is given: its frames name none");
        }
        if (entry.reason().equals(Quarantine.MANY_HOSTS) || entry.reason().equals(Quarantine.MANY_NAMES)) {
            return refused("id", entry.reason(), "an entry of one station: this one counts the frames of many");
        }
        List<QuarantineRow> all = store.read(handle -> taken(handle, entry, order));
        List<JournalRecord> frames = framesOf(all);
        if (frames.isEmpty()) {
            return refused("id", String.valueOf(entryId), "an entry whose frames are still in the journal");
        }
        Instant first =
                all.stream().map(QuarantineRow::firstAt).min(Instant::compareTo).orElse(entry.firstAt());
        Map<String, String> cells = new AdmittedCells(entry, first, LeftBehind.of(frames))
                .of(station.get(), StationRegistration.cells(registry.snapshot(), station.get(), act.at()), order);
        AdmitOutcome outcome =
                store.write(handle -> admit(handle, entry, new Letting(station.get(), cells, order, act)));
        if (outcome instanceof AdmitOutcome.Done) {
            registry.refresh();
            wake.run();
            if (entry.mn().isEmpty()) {
                activation.assign(entry.lastPeer(), station.get(), act);
            }
        }
        return outcome;
    }

    private record Letting(Mn station, Map<String, String> cells, AdmissionOrder order, Act act) {}

    private static AdmitOutcome admit(Handle handle, QuarantineRow entry, Letting letting) {
        QuarantineRow now = QuarantineRecords.find(handle, entry.id()).orElse(entry);
        if (now.state() == QuarantineRow.State.ADMITTED) {
            return new AdmitOutcome.DecidedBefore(now.state());
        }
        List<SheetError> errors = StationRegistration.register(
                handle, letting.cells(), letting.order().replaces());
        if (!errors.isEmpty()) {
            return new AdmitOutcome.Refused(errors);
        }
        List<QuarantineRow> taken = taken(handle, now, letting.order());
        Set<String> hosts = taken.stream().map(QuarantineRow::host).collect(Collectors.toSet());
        long act = StationActRecords.add(
                handle,
                letting.station().value(),
                StationActKind.ADMITTED,
                letting.act(),
                detail(now, taken, hosts, letting.cells()));
        Instant until = letting.act().at().plus(GRACE);
        for (QuarantineRow row : taken) {
            QuarantineRecords.decide(handle, row.id(), QuarantineRow.State.ADMITTED, until, Optional.of(act));
        }
        if (!now.mn().isEmpty()) {
            AdmissionRecords.add(
                    handle,
                    new AdmissionRow(
                            act,
                            letting.station(),
                            now.reason(),
                            hosts,
                            until,
                            letting.act().by(),
                            taken.stream().mapToLong(QuarantineRow::id).min().orElse(now.id()) - 1,
                            0,
                            AdmissionRow.State.RUNNING),
                    taken.stream().mapToLong(QuarantineRow::lastSequence).max().orElse(now.lastSequence()));
        }
        return new AdmitOutcome.Done(act, letting.station());
    }

    /**
     * The entries that an act lets in: a moved station from the host that was looked at, any other wherever it spoke from;
     * what was put aside stays there unless it is the one that was looked at.
     */
    private static List<QuarantineRow> taken(Handle handle, QuarantineRow entry, AdmissionOrder order) {
        List<QuarantineRow> taken = new ArrayList<>(List.of(entry));
        boolean alone =
                order.onlyThisHost() || entry.mn().isEmpty() || entry.reason().equals("MOVED");
        if (!alone) {
            QuarantineRecords.waiting(handle, entry.mn(), entry.reason()).stream()
                    .filter(other -> other.id() != entry.id())
                    .forEach(taken::add);
        }
        return taken;
    }

    private static String detail(
            QuarantineRow entry, List<QuarantineRow> taken, Set<String> hosts, Map<String, String> cells) {
        StringBuilder detail = new StringBuilder("reason=").append(entry.reason());
        for (String column : List.of("outlet", "edition", "crc", "password_policy", "encryption", "peers", "from")) {
            String cell = cells.getOrDefault(column, "");
            if (!cell.isEmpty()) {
                detail.append(';').append(column).append('=').append(cell);
            }
        }
        return detail.append(";frames=")
                .append(taken.stream().mapToLong(QuarantineRow::times).sum())
                .append(";hosts=")
                .append(String.join(" ", hosts))
                .toString();
    }

    /**
     * Puts an entry aside: it is kept, and not shown as open any more.
     *
     * @return the state that it had before; empty if there is no such entry. Only an open entry changes
     * @throws IllegalArgumentException if who or why is missing
     */
    public Optional<QuarantineRow.State> dismiss(long entryId, String by, String reason) {
        Act act = new Act(now(), by, reason);
        return store.write(handle -> {
            Optional<QuarantineRow> entry = QuarantineRecords.find(handle, entryId);
            if (entry.filter(row -> row.state() == QuarantineRow.State.OPEN).isPresent()) {
                QuarantineRow row = entry.get();
                StationActRecords.add(
                        handle,
                        row.mn(),
                        StationActKind.DISMISSED,
                        act,
                        "reason=" + row.reason() + ";host=" + row.host() + ";frames=" + row.times());
                QuarantineRecords.decide(handle, entryId, QuarantineRow.State.DISMISSED, act.at(), Optional.empty());
            }
            return entry.map(QuarantineRow::state);
        });
    }

    /**
     * The quarantined frames of an entry behind a journal record, in order. Of one whose frames name no station, the first
     * and the last: the journal finds frames by station.
     */
    public List<JournalRecord> frames(QuarantineRow entry, long after, int limit) {
        if (entry.mn().isEmpty()) {
            return List.of(entry.id(), entry.lastSequence()).stream()
                    .distinct()
                    .filter(sequence -> sequence > after)
                    .limit(limit)
                    .flatMap(sequence -> journal.read(sequence).stream())
                    .toList();
        }
        List<JournalRecord> frames = new ArrayList<>();
        long place = Math.max(after, entry.id() - 1);
        while (frames.size() < limit && place < entry.lastSequence()) {
            List<JournalRecord> some = journal.findAfter(new Mn(entry.mn()), place, limit);
            if (some.isEmpty()) {
                return frames;
            }
            for (JournalRecord record : some) {
                if (frames.size() < limit && record.sequence() <= entry.lastSequence() && isOf(record, entry)) {
                    frames.add(record);
                }
            }
            place = some.get(some.size() - 1).sequence();
        }
        return frames;
    }

    private static boolean isOf(JournalRecord record, QuarantineRow entry) {
        Arrival arrival = record.arrival();
        return arrival.disposition() == Arrival.Disposition.QUARANTINED
                && Stranger.host(arrival.peer()).equals(entry.host())
                && Detail.value(arrival.detail(), "reason").equals(Optional.of(entry.reason()));
    }

    /** The first frames of entries and the newest one, in order. */
    private List<JournalRecord> framesOf(List<QuarantineRow> entries) {
        SortedMap<Long, JournalRecord> frames = new TreeMap<>();
        for (QuarantineRow entry : entries) {
            frames(entry, 0, MOST_LOOKED_AT).forEach(frame -> frames.put(frame.sequence(), frame));
            journal.read(entry.lastSequence()).ifPresent(frame -> frames.put(frame.sequence(), frame));
        }
        return List.copyOf(frames.values());
    }

    private static AdmitOutcome refused(String column, String found, String expected) {
        return new AdmitOutcome.Refused(List.of(new SheetError("station", 0, column, found, expected)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
