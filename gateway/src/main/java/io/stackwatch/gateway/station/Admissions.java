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
import io.stackwatch.gateway.records.RegistryRecords;
import io.stackwatch.gateway.records.StationActKind;
import io.stackwatch.gateway.registry.LiveRegistry;
import io.stackwatch.gateway.registry.SheetError;
import io.stackwatch.gateway.registry.StationRegistration;
import io.stackwatch.gateway.trail.ToldActs;
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

    /** So many frames, of all entries together, are looked at to learn how a station speaks; */
    private static final int MOST_LOOKED_AT = 5_000;

    /** and so many bytes. */
    private static final long MOST_BYTES = 16L << 20;

    /** Records that are read from the journal at once, and in one call. */
    private static final int PAGE = 500;

    private static final int MOST_SCANNED = 50_000;

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
        if (order.replaces().isPresent() && !order.cells().containsKey("from")) {
            return refused("from", "", "since when it reports instead of the station that it replaces");
        }
        List<QuarantineRow> all = store.read(handle -> taken(handle, entry, order));
        List<JournalRecord> frames = framesOf(all);
        if (frames.isEmpty()) {
            return refused("id", String.valueOf(entryId), "an entry whose frames are still in the journal");
        }
        List<JournalRecord> asking = entry.mn().isEmpty() ? asking(entry, order) : List.of();
        if (entry.mn().isEmpty() && asking.isEmpty()) {
            return refused("frame", order.frame().map(String::valueOf).orElse(""), "a frame of this entry");
        }
        if (!Asking.isOne(asking)) {
            return refused("frame", "", "the frame of the logger that is meant: several ask from this address");
        }
        Instant first =
                all.stream().map(QuarantineRow::firstAt).min(Instant::compareTo).orElse(entry.firstAt());
        LeftBehind left = LeftBehind.of(frames);
        AdmitOutcome outcome =
                store.write(handle -> admit(handle, entry, new Letting(station.get(), first, left, order, act)));
        if (outcome instanceof AdmitOutcome.Done) {
            registry.refresh();
            wake.run();
            if (!asking.isEmpty()) {
                Arrival asked = asking.get(asking.size() - 1).arrival();
                activation.assign(asked.peer(), asked.arrivedAt(), station.get(), act);
            }
        }
        return outcome;
    }

    /** The frames with which a logger without MN asked, oldest first; none if the order names a frame of somebody else. */
    private List<JournalRecord> asking(QuarantineRow entry, AdmissionOrder order) {
        List<Long> sequences = order.frame().map(List::of).orElse(List.of(entry.id(), entry.lastSequence()));
        return sequences.stream()
                .flatMap(sequence -> journal.read(sequence).stream())
                .filter(record ->
                        isOf(record, entry) && record.arrival().station().isEmpty())
                .toList();
    }

    private record Letting(Mn station, Instant first, LeftBehind left, AdmissionOrder order, Act act) {}

    private static AdmitOutcome admit(Handle handle, QuarantineRow entry, Letting letting) {
        QuarantineRow now = QuarantineRecords.find(handle, entry.id()).orElse(entry);
        if (now.state() == QuarantineRow.State.ADMITTED) {
            return new AdmitOutcome.DecidedBefore(now.state());
        }
        // from the rows, not from memory, which may be older than what somebody else has just done
        Map<String, String> cells = new AdmittedCells(
                        entry,
                        letting.first(),
                        letting.left(),
                        RegistryRecords.load(handle),
                        letting.act().at())
                .of(letting.station(), letting.order());
        List<SheetError> errors = StationRegistration.register(
                handle, cells, letting.order().replaces(), letting.act().at());
        if (!errors.isEmpty()) {
            return new AdmitOutcome.Refused(errors);
        }
        List<QuarantineRow> taken = taken(handle, now, letting.order());
        Set<String> hosts = taken.stream().map(QuarantineRow::host).collect(Collectors.toSet());
        long act = ToldActs.station(
                handle,
                letting.station().value(),
                StationActKind.ADMITTED,
                letting.act(),
                detail(now, taken, hosts, cells));
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
                ToldActs.station(
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
     * Puts every open entry of a host aside in one act: a flood of invented names is one decision, not hundreds.
     *
     * @return what was put aside; empty if no entry of the host is open, and then there is no act
     * @throws IllegalArgumentException if who or why is missing
     */
    public Optional<Dismissed> dismissHost(String host, String by, String reason) {
        Act act = new Act(now(), by, reason);
        return store.write(handle -> {
            List<QuarantineRow> open = QuarantineRecords.openOf(handle, host);
            if (open.isEmpty()) {
                return Optional.empty();
            }
            Dismissed dismissed = new Dismissed(
                    host,
                    open.size(),
                    open.stream().mapToLong(QuarantineRow::times).sum());
            ToldActs.station(
                    handle,
                    "",
                    StationActKind.DISMISSED,
                    act,
                    "host=" + host + ";entries=" + dismissed.entries() + ";frames=" + dismissed.frames());
            for (QuarantineRow row : open) {
                QuarantineRecords.decide(handle, row.id(), QuarantineRow.State.DISMISSED, act.at(), Optional.empty());
            }
            return Optional.of(dismissed);
        });
    }

    /** How many open entries of a host were put aside in one act, and how many frames they counted. */
    public record Dismissed(String host, int entries, long frames) {}

    /**
     * The quarantined frames of an entry behind a journal record, in order. Of one whose frames name no station, the first
     * and the last: the journal finds frames by station. No more of the journal is read in one call than 50,000 records of the
     * station: there may be fewer than are behind it.
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
        return frames(entry, after, limit, MOST_BYTES);
    }

    private List<JournalRecord> frames(QuarantineRow entry, long after, int limit, long bytes) {
        List<JournalRecord> frames = new ArrayList<>();
        long place = Math.max(after, entry.id() - 1);
        long left = bytes;
        for (int scanned = 0; scanned < MOST_SCANNED && place < entry.lastSequence(); scanned += PAGE) {
            List<JournalRecord> some = journal.findAfter(new Mn(entry.mn()), place, PAGE);
            for (JournalRecord record : some) {
                if (frames.size() == limit || left <= 0 || record.sequence() > entry.lastSequence()) {
                    return frames;
                }
                if (isOf(record, entry)) {
                    frames.add(record);
                    left -= record.arrival().bytes().length;
                }
            }
            if (some.isEmpty()) {
                return frames;
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
        long bytes = MOST_BYTES;
        int most = MOST_LOOKED_AT;
        for (QuarantineRow entry : entries) {
            if (most <= 0 || bytes <= 0) {
                break;
            }
            List<JournalRecord> some = entry.mn().isEmpty() ? frames(entry, 0, most) : frames(entry, 0, most, bytes);
            for (JournalRecord frame : some) {
                frames.put(frame.sequence(), frame);
                bytes -= frame.arrival().bytes().length;
            }
            most -= some.size();
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
