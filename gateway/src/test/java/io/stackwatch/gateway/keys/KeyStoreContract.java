package io.stackwatch.gateway.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StationActKind;
import io.stackwatch.gateway.records.StationActRecords;
import io.stackwatch.gateway.records.StationActRow;
import io.stackwatch.gateway.records.StationKeyRecords;
import io.stackwatch.gateway.records.StationKeyRow;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.trail.ActsInTrail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the key store promises, whichever database is under it. */
abstract class KeyStoreContract {

    static final Mn MN = new Mn("010000A8900016F000169DC0");
    static final String FIRST = "msbE74gsiSHSEh5e";
    static final String SECOND = "0123456789abcdef";

    private static final Mn OTHER = new Mn("010000A8900016F000169DC1");
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant THURSDAY = Instant.parse("2026-11-26T01:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    Path folder;

    private RecordStore store;
    private KeyStore keys;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() throws Exception {
        store = RecordStore.open(fresh());
        keys = KeyStore.open(store, file(), WEEK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Path file() {
        return folder.resolve("stackwatch.key");
    }

    private static Act act(Instant at) {
        return new Act(at, "王工", "written on paper by the enterprise");
    }

    @Test
    void aKeyThatIsGivenIsInTheTrailWithoutTheKey() {
        ActsInTrail.wholeOrAbsent(store, 1, () -> keys.enter(MN, StationKey.of(FIRST), act(MONDAY)));
        ActsInTrail.wholeOrAbsent(
                store,
                1,
                () -> store.write(handle -> {
                    try {
                        return keys.offer(handle, MN, StationKey.of(SECOND), act(THURSDAY));
                    } catch (KeysUnusable e) {
                        throw new IllegalStateException(e);
                    }
                }));
        ActsInTrail.wholeOrAbsent(
                store,
                1,
                () -> store.write(handle -> {
                    keys.confirm(handle, MN, act(THURSDAY));
                    return true;
                }));
        assertEquals(
                List.of(
                        "UNSTATED 王工 KEY_ENTERED station-act:1 written on paper by the enterprise",
                        "UNSTATED 王工 KEY_SENT station-act:2 written on paper by the enterprise",
                        "UNSTATED 王工 KEY_ENTERED station-act:3 written on paper by the enterprise"),
                ActsInTrail.told(store));
        String trail = ActsInTrail.rows(store).toString();
        assertFalse(trail.contains(FIRST) || trail.contains(SECOND), "no key");
        ActsInTrail.changedIsNamed(store, 2, "UPDATE station_act SET detail = 'key=9' WHERE number = 2");
    }

    @Test
    void theFirstKeyIsTriedOnEverythingThatEverArrived() throws Exception {
        assertEquals(1, keys.enter(MN, StationKey.of(FIRST), act(MONDAY)));
        KeyRing ring = keys.ring();
        assertEquals(List.of(StationKey.of(FIRST)), ring.keysAt(MN, MONDAY.minus(Duration.ofDays(900))));
        assertEquals(List.of(StationKey.of(FIRST)), ring.keysAt(MN, MONDAY.plus(Duration.ofDays(900))));
        assertEquals(List.of(), ring.keysAt(OTHER, MONDAY));
    }

    @Test
    void duringTheOverlapBothKeysAreTriedTheNewestFirst() throws Exception {
        keys.enter(MN, StationKey.of(FIRST), act(MONDAY));
        assertEquals(2, keys.enter(MN, StationKey.of(SECOND), act(THURSDAY)));
        KeyRing ring = keys.ring();
        assertEquals(List.of(StationKey.of(FIRST)), ring.keysAt(MN, THURSDAY.minusMillis(1)));
        assertEquals(List.of(StationKey.of(SECOND), StationKey.of(FIRST)), ring.keysAt(MN, THURSDAY));
        assertEquals(
                List.of(StationKey.of(SECOND), StationKey.of(FIRST)),
                ring.keysAt(MN, THURSDAY.plus(WEEK).minusMillis(1)));
        assertEquals(List.of(StationKey.of(SECOND)), ring.keysAt(MN, THURSDAY.plus(WEEK)));
    }

    @Test
    void aKeyThatWasSentIsTriedLastAndConfirmedItIsTheNewest() throws Exception {
        keys.enter(MN, StationKey.of(FIRST), act(MONDAY));
        int number = store.write(handle -> {
            try {
                return keys.offer(handle, MN, StationKey.of(SECOND), act(THURSDAY));
            } catch (KeysUnusable unusable) {
                throw new AssertionError(unusable);
            }
        });
        assertEquals(2, number);
        assertEquals(
                List.of(StationKey.of(FIRST), StationKey.of(SECOND)),
                keys.ring().keysAt(MN, THURSDAY.plus(WEEK).plus(WEEK)),
                "nobody has replaced the first one yet");
        store.write(handle -> {
            keys.confirm(handle, MN, act(THURSDAY.plusSeconds(5)));
            return number;
        });
        assertEquals(
                List.of(StationKey.of(SECOND), StationKey.of(FIRST)),
                keys.ring().keysAt(MN, THURSDAY.plusSeconds(6)));
        assertEquals(
                List.of(StationKey.of(SECOND)),
                keys.ring().keysAt(MN, THURSDAY.plus(WEEK).plusSeconds(5)));
    }

    @Test
    void aKeyThatIsKnownToOthersIsReplacedAtOnce() throws Exception {
        keys.enter(MN, StationKey.of(FIRST), act(MONDAY));
        keys.enter(MN, StationKey.of(SECOND), act(THURSDAY), Duration.ZERO);
        assertEquals(List.of(StationKey.of(SECOND)), keys.ring().keysAt(MN, THURSDAY));
        assertEquals(List.of(StationKey.of(FIRST)), keys.ring().keysAt(MN, MONDAY), "for what arrived before");
    }

    @Test
    void theSameKeyAgainIsNoRenewal() throws Exception {
        keys.enter(MN, StationKey.of(FIRST), act(MONDAY));
        assertEquals(1, keys.enter(MN, StationKey.of(FIRST), act(THURSDAY)));
        assertEquals(1, store.read(StationKeyRecords::all).size());
        assertEquals(1, store.read(h -> StationActRecords.of(h, MN.value(), 10)).size());
    }

    @Test
    void moreKeysThanAreEverTriedAreCutAtTheOldEnd() throws Exception {
        for (int i = 0; i < Encryption.MAX_KEYS + 2; i++) {
            keys.enter(MN, StationKey.of("key-number-0000" + i), act(MONDAY.plusSeconds(i)));
        }
        List<StationKey> tried = keys.ring().keysAt(MN, MONDAY.plusSeconds(60));
        assertEquals(Encryption.MAX_KEYS, tried.size());
        assertEquals(StationKey.of("key-number-00005"), tried.get(0));
    }

    @Test
    void everyKeyThatIsEnteredIsAnActWithoutTheKey() throws Exception {
        keys.enter(MN, StationKey.of(FIRST), act(MONDAY));
        List<StationActRow> acts = store.read(h -> StationActRecords.of(h, MN.value(), 10));
        assertEquals(List.of(new StationActRow(1, MN.value(), StationActKind.KEY_ENTERED, act(MONDAY), "key=1")), acts);
    }

    @Test
    void aSealedKeyShowsNothingOfTheKeyAndOpensInItsOwnRowOnly() throws Exception {
        keys.enter(MN, StationKey.of(FIRST), act(MONDAY));
        keys.enter(OTHER, StationKey.of(FIRST), act(MONDAY));
        List<StationKeyRow> rows = store.read(StationKeyRecords::all);
        for (StationKeyRow row : rows) {
            assertFalse(row.toString().contains(FIRST));
            assertFalse(row.sealed().contains(HexFormat.of().formatHex(FIRST.getBytes(StandardCharsets.US_ASCII))));
        }
        assertFalse(rows.get(0).sealed().equals(rows.get(1).sealed()), "the same key twice is not the same row twice");

        store.write(handle -> handle.execute(
                "UPDATE station_key SET sealed = ? WHERE mn = ?", rows.get(0).sealed(), OTHER.value()));
        assertEquals(List.of(), keys.ring().keysAt(OTHER, MONDAY), "a key that was moved does not open");
        assertEquals(List.of(StationKey.of(FIRST)), keys.ring().keysAt(MN, MONDAY), "the others do");
        KeysUnusable refused = assertThrows(KeysUnusable.class, () -> KeyStore.open(store, file(), WEEK));
        assertTrue(refused.getMessage().contains("key 1 of " + OTHER), refused.getMessage());
    }

    @Test
    void theMasterKeyIsMadeWithTheFirstKeyAndReadByItsOwnerOnly() throws Exception {
        assertFalse(Files.exists(file()));
        keys.enter(MN, StationKey.of(FIRST), act(MONDAY));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        byte[] once = Files.readAllBytes(file());
        KeyStore again = KeyStore.open(store, file(), WEEK);
        again.enter(OTHER, StationKey.of(SECOND), act(MONDAY));
        assertEquals(new String(once, StandardCharsets.US_ASCII), Files.readString(file()));
        assertEquals(List.of(StationKey.of(FIRST)), again.ring().keysAt(MN, MONDAY));
    }

    @Test
    void withoutTheMasterKeyOrWithAnotherOneNothingStartsAndTheFileIsNamed() throws Exception {
        keys.enter(MN, StationKey.of(FIRST), act(MONDAY));
        Path elsewhere = folder.resolve("elsewhere.key");
        KeysUnusable missing = assertThrows(KeysUnusable.class, () -> KeyStore.open(store, elsewhere, WEEK));
        assertTrue(missing.getMessage().contains(elsewhere + " is missing"), missing.getMessage());

        Files.writeString(elsewhere, "stackwatch-master-key 1 " + "ab".repeat(32) + "\n");
        KeysUnusable wrong = assertThrows(KeysUnusable.class, () -> KeyStore.open(store, elsewhere, WEEK));
        assertTrue(wrong.getMessage().contains(elsewhere + " does not open 1 of 1"), wrong.getMessage());

        Files.writeString(elsewhere, "something else\n");
        KeysUnusable none = assertThrows(KeysUnusable.class, () -> KeyStore.open(store, elsewhere, WEEK));
        assertTrue(none.getMessage().contains(elsewhere + " is no master key"), none.getMessage());
        assertFalse(none.getMessage().contains("something else"));
    }

    @Test
    void nothingThatHoldsAKeyShowsIt() throws Exception {
        keys.enter(MN, StationKey.of(FIRST), act(MONDAY));
        MasterKey master = new MasterKey(new byte[MasterKey.LENGTH]);
        String shown = keys.ring() + " " + keys.ring().keysAt(MN, MONDAY) + " " + master + " "
                + new DatedKey(1, StationKey.of(FIRST), true, MONDAY, java.util.Optional.empty());
        assertFalse(shown.contains(FIRST), shown);
    }
}
