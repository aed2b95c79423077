package io.stackwatch.gateway.keys;

import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StationActKind;
import io.stackwatch.gateway.records.StationKeyRecords;
import io.stackwatch.gateway.records.StationKeyRow;
import io.stackwatch.gateway.trail.ToldActs;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stations' keys: sealed rows in the store of decisions, opened with the master key in a file (decision record 0022).
 *
 * <p>A key is entered or renewed, never changed and never removed: bytes of the journal must open years later. Safe for use
 * by several threads.
 */
public final class KeyStore {

    private static final Logger LOG = LoggerFactory.getLogger(KeyStore.class);

    /** Keys that a message names; there may be thousands. */
    private static final int NAMED = 5;

    private final RecordStore store;
    private final MasterKeyFile file;
    private final SecureRandom random;
    private final Duration overlap;
    private @Nullable MasterKey master;
    private TreeSet<String> unreadable = new TreeSet<>();

    private KeyStore(RecordStore store, MasterKeyFile file, SecureRandom random, Duration overlap) {
        this.store = store;
        this.file = file;
        this.random = random;
        this.overlap = overlap;
    }

    /**
     * Opens the keys. Without any key the file need not be there; it is made with the first one.
     *
     * @param masterKey the file with the master key
     * @param overlap how long a replaced key is still tried
     * @throws KeysUnusable if there are keys that do not open: the file is missing, or it is another master key
     */
    public static KeyStore open(RecordStore store, Path masterKey, Duration overlap) throws KeysUnusable {
        return open(store, masterKey, overlap, new SecureRandom());
    }

    static KeyStore open(RecordStore store, Path masterKey, Duration overlap, SecureRandom random) throws KeysUnusable {
        KeyStore keys = new KeyStore(store, new MasterKeyFile(masterKey), random, overlap);
        List<StationKeyRow> rows = store.read(StationKeyRecords::all);
        if (!rows.isEmpty()) {
            if (!keys.file.exists()) {
                throw new KeysUnusable("master key file " + masterKey + " is missing, and " + rows.size()
                        + " station keys are sealed under it: put it back from its backup");
            }
            keys.master();
            keys.ring(rows);
            if (!keys.unreadable.isEmpty()) {
                throw new KeysUnusable("master key file " + masterKey + " does not open " + keys.unreadable.size()
                        + " of " + rows.size() + " station keys: it is another master key, or the rows were changed; "
                        + keys.unreadable.stream().limit(NAMED).collect(Collectors.joining(", ")));
            }
        }
        return keys;
    }

    /** All keys that open, read from the store now; a key that does not open is left out and reported once. */
    public synchronized KeyRing ring() {
        return ring(store.read(StationKeyRecords::all));
    }

    private KeyRing ring(List<StationKeyRow> rows) {
        Map<Mn, List<DatedKey>> keys = new HashMap<>();
        TreeSet<String> closed = new TreeSet<>();
        for (StationKeyRow row : rows) {
            Optional<StationKey> key = opened(row);
            if (key.isPresent()) {
                keys.computeIfAbsent(row.mn(), mn -> new ArrayList<>(1))
                        .add(new DatedKey(row.number(), key.get(), row.confirmed(), row.validFrom(), row.retiredAt()));
            } else {
                closed.add("key " + row.number() + " of " + row.mn());
            }
        }
        if (!closed.equals(unreadable)) {
            unreadable = closed;
            if (!closed.isEmpty()) {
                LOG.error("keys=unreadable count={} master={} first={}", closed.size(), file, closed.first());
            }
        }
        return new KeyRing(keys);
    }

    private Optional<StationKey> opened(StationKeyRow row) {
        try {
            return master().open(row.sealed(), row.mn(), row.number());
        } catch (KeysUnusable noMaster) {
            return Optional.empty();
        }
    }

    private synchronized MasterKey master() throws KeysUnusable {
        MasterKey known = master;
        if (known == null) {
            known = file.read();
            master = known;
        }
        return known;
    }

    /**
     * Keeps a key that is about to be sent to a station (1014), inside the transaction of the sending: killed right after, we
     * still know what the station may have taken. It is tried, after all others, until it is confirmed.
     *
     * @return the number of the key
     */
    public synchronized int offer(Handle handle, Mn station, StationKey key, Act act) throws KeysUnusable {
        Sealing sealing = sealing(key);
        List<StationKeyRow> before = StationKeyRecords.of(handle, station);
        int number = before.isEmpty() ? 1 : before.get(before.size() - 1).number() + 1;
        add(handle, station, number, act, before.isEmpty() ? Instant.EPOCH : act.at(), false, sealing);
        ToldActs.station(handle, station.value(), StationActKind.KEY_SENT, act, "key=" + number);
        return number;
    }

    /**
     * The station has taken the key that was offered last: it is the newest now, and the one before is tried on for the
     * overlap. Does nothing for a station that was offered none.
     */
    public synchronized void confirm(Handle handle, Mn station, Act act) {
        Optional<StationKeyRow> offered = StationKeyRecords.of(handle, station).stream()
                .filter(row -> !row.confirmed())
                .reduce((older, newer) -> newer);
        offered.ifPresent(row -> {
            StationKeyRecords.confirm(handle, station, row.number());
            StationKeyRecords.retireBelow(
                    handle, station, row.number(), act.at().plus(overlap));
            ToldActs.station(handle, station.value(), StationActKind.KEY_ENTERED, act, "key=" + row.number());
        });
    }

    /**
     * Keeps a key. The first one of a station is tried on everything that ever arrived, a later one from the act on.
     *
     * @return the number of the key; the newest one's if that is the same key
     */
    public int enter(Mn station, StationKey key, Act act) throws KeysUnusable {
        return enter(station, key, act, overlap);
    }

    /** The same with an overlap of its own; none for a key that is known to others. */
    public synchronized int enter(Mn station, StationKey key, Act act, Duration stillTried) throws KeysUnusable {
        Sealing sealing = sealing(key);
        return store.write(handle -> enter(handle, station, act, stillTried, sealing));
    }

    private Sealing sealing(StationKey key) throws KeysUnusable {
        if (!file.exists() && master == null) {
            file.create(random);
        }
        byte[] nonce = new byte[MasterKey.NONCE];
        random.nextBytes(nonce);
        return new Sealing(master(), key, nonce);
    }

    private record Sealing(MasterKey master, StationKey key, @SuppressWarnings("ArrayRecordComponent") byte[] nonce) {

        boolean isIn(StationKeyRow row) {
            return master.open(row.sealed(), row.mn(), row.number()).equals(Optional.of(key));
        }
    }

    private static int enter(Handle handle, Mn station, Act act, Duration stillTried, Sealing sealing) {
        List<StationKeyRow> before = StationKeyRecords.of(handle, station);
        Optional<StationKeyRow> newest =
                before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1));
        if (newest.filter(sealing::isIn).isPresent()) {
            return newest.get().number();
        }
        int number = newest.map(StationKeyRow::number).orElse(0) + 1;
        StationKeyRecords.retire(handle, station, act.at().plus(stillTried));
        add(handle, station, number, act, newest.isEmpty() ? Instant.EPOCH : act.at(), true, sealing);
        ToldActs.station(handle, station.value(), StationActKind.KEY_ENTERED, act, "key=" + number);
        return number;
    }

    private static void add(
            Handle handle, Mn station, int number, Act act, Instant from, boolean confirmed, Sealing sealing) {
        StationKeyRecords.add(
                handle,
                new StationKeyRow(
                        station,
                        number,
                        sealing.master().seal(sealing.key(), station, number, sealing.nonce()),
                        act.at(),
                        from,
                        Optional.empty(),
                        confirmed,
                        act.by()));
    }
}
