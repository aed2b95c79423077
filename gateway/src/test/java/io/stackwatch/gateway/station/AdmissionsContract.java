package io.stackwatch.gateway.station;

import static io.stackwatch.gateway.station.Frames.HOST;
import static io.stackwatch.gateway.station.Frames.MN;
import static io.stackwatch.gateway.station.Frames.instant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.cipher.ContentCipher;
import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.connectors.hj212.server.Peer;
import io.stackwatch.connectors.hj212.session.Finding;
import io.stackwatch.connectors.hj212.session.FrameOpener;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.intake.Answer;
import io.stackwatch.gateway.intake.Intake;
import io.stackwatch.gateway.intake.IntakeOptions;
import io.stackwatch.gateway.journal.Admitted;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import io.stackwatch.gateway.journal.Journal.Refusal;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.journal.MemoryJournal;
import io.stackwatch.gateway.keys.KeyStore;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.AdmissionRecords;
import io.stackwatch.gateway.records.AdmissionRow;
import io.stackwatch.gateway.records.QuarantineRecords;
import io.stackwatch.gateway.records.QuarantineRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StationActKind;
import io.stackwatch.gateway.records.StationActRecords;
import io.stackwatch.gateway.records.StationActRow;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.registry.LiveRegistry;
import io.stackwatch.gateway.trail.ActsInTrail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letting strangers in, whichever database is under it. */
abstract class AdmissionsContract {

    private static final Clock NOON = Clock.fixed(instant("2026-11-24T12:00:00"), ZoneOffset.UTC);
    private static final Map<String, String> OUTLET = Map.of("outlet", "DA001");

    @TempDir
    Path folder;

    private final MemoryJournal journal = new MemoryJournal();
    private final List<String> assigned = new ArrayList<>();
    private RecordStore store;
    private LiveRegistry registry;
    private StationCursor cursor;
    private Intake intake;
    private Admissions admissions;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() throws Exception {
        store = RecordStore.open(fresh());
        start();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void register(String... stations) throws Exception {
        OneOutlet.register(store, folder, stations);
        registry.refresh();
    }

    /** What a process makes anew when it starts. */
    private void start() throws Exception {
        registry = new LiveRegistry(store, NOON);
        cursor = new StationCursor(store, registry::snapshot);
        intake = new Intake(journal, IntakeOptions.defaults());
        admissions = new Admissions(
                store,
                journal,
                registry,
                NOON,
                (peer, at, mn, act) -> assigned.add(peer + " " + at + " " + mn + " " + act.by()),
                () -> {});
    }

    private void arrives(Arrival arrival) {
        intake.take(arrival, new Answer() {
            @Override
            public void kept(long sequence) {}

            @Override
            public void refused(Refusal why) {
                throw new AssertionError("refused: " + why);
            }

            @Override
            public void dropped() {
                throw new AssertionError("dropped");
            }
        });
        cursor.apply(List.of(journal.read(journal.head()).orElseThrow()));
        cursor.fire();
    }

    /** A stranger's hour frames, each when its hour is over. */
    private void strangersHours(int hours, String reason) {
        for (int i = 0; i < hours; i++) {
            LocalDateTime start = LocalDateTime.parse("2026-11-24T00:00:00").plusHours(i);
            arrives(Frames.arrival(
                    start.plusHours(1).plusSeconds(20).toString(),
                    Disposition.QUARANTINED,
                    "crc=HJ212;cn=2061;reason=" + reason,
                    Frames.hour(MN, start.toString(), "3" + i)));
        }
    }

    private AdmissionOrder order(Map<String, String> cells) {
        return new AdmissionOrder(
                "王工", "new logger, letter of 20 Nov", Optional.empty(), cells, true, false, Optional.empty());
    }

    @Test
    void whoLetsAStrangerInOrPutsHimAsideIsInTheTrailOrNothingIsDone() throws Exception {
        register();
        strangersHours(2, "UNKNOWN_STATION");
        ActsInTrail.wholeOrAbsent(store, 1, () -> admissions.dismiss(1, "王工", "a test of the dealer"));
        ActsInTrail.wholeOrAbsent(store, 1, () -> admissions.admit(1, order(OUTLET)));
        List<String> told = ActsInTrail.told(store);
        assertEquals(
                List.of(
                        "UNSTATED 王工 DISMISSED station-act:1 a test of the dealer",
                        "UNSTATED 王工 ADMITTED station-act:2 new logger, letter of 20 Nov"),
                told.subList(told.size() - 2, told.size()));
        ActsInTrail.changedIsNamed(store, told.size(), "UPDATE station_act SET detail = 'x' WHERE number = 2");
    }

    /** Works until nothing is left to do. */
    private void work() {
        AdmissionWorker worker = new AdmissionWorker(store, journal, intake, registry, NOON);
        for (List<AdmissionRow> rows = running(); !rows.isEmpty(); rows = running()) {
            rows.forEach(worker::step);
        }
    }

    private List<AdmissionRow> running() {
        return store.read(AdmissionRecords::running);
    }

    private QuarantineRow entry(long id) {
        return store.read(handle -> QuarantineRecords.find(handle, id)).orElseThrow();
    }

    private List<Arrival> accepted() {
        List<Arrival> accepted = new ArrayList<>();
        for (long sequence = 1; sequence <= journal.head(); sequence++) {
            Arrival arrival = journal.read(sequence).orElseThrow().arrival();
            if (arrival.disposition() == Disposition.ACCEPTED) {
                accepted.add(arrival);
            }
        }
        return accepted;
    }

    private List<Long> firstCopies() {
        return accepted().stream()
                .map(arrival -> Admitted.of(arrival).orElseThrow().firstSequence())
                .toList();
    }

    private StationProfile profile(Instant at) {
        return registry.snapshot().profileAt(new Mn(MN), at).orElseThrow();
    }

    @Test
    void anUnknownStationIsRegisteredFromItsFirstHourAndItsFramesFollowInOrder() throws Exception {
        register();
        strangersHours(3, "UNKNOWN_MN");
        AdmitOutcome outcome = admissions.admit(1, order(OUTLET));
        assertInstanceOf(AdmitOutcome.Done.class, outcome);
        work();

        assertEquals(List.of(1L, 2L, 3L), firstCopies());
        Admitted first = Admitted.of(accepted().get(0)).orElseThrow();
        assertEquals(instant("2026-11-24T01:00:20"), first.firstArrival());
        assertEquals("王工", first.by());
        assertEquals(NOON.instant(), accepted().get(0).arrivedAt(), "when we were allowed to know it");
        assertEquals(
                Optional.of(new OutletId("DA001")),
                registry.snapshot()
                        .registry()
                        .stationAt(new Mn(MN), instant("2026-11-24T00:00:00"))
                        .map(station -> station.outlet()),
                "from the first hour that its frames speak of");
        assertEquals(Optional.empty(), registry.snapshot().profileAt(new Mn(MN), instant("2026-11-23T23:59:59")));
        assertEquals("123456", profile(NOON.instant()).password());
        assertEquals(QuarantineRow.State.ADMITTED, entry(1).state());
    }

    @Test
    void theActIsKeptWithWhoWhenAndWhyAndWithoutThePassword() throws Exception {
        register();
        strangersHours(2, "UNKNOWN_MN");
        admissions.admit(1, order(OUTLET));
        StationActRow act =
                store.read(handle -> StationActRecords.of(handle, MN, 10)).get(0);
        assertEquals(StationActKind.ADMITTED, act.kind());
        assertEquals(new Act(NOON.instant(), "王工", "new logger, letter of 20 Nov"), act.act());
        assertTrue(act.detail().startsWith("reason=UNKNOWN_MN;outlet=DA001;edition=2017;crc=HJ212"), act.detail());
        assertTrue(act.detail().contains(";frames=2;hosts=" + HOST), act.detail());
        assertFalse(act.detail().contains("123456"), act.detail());
    }

    @Test
    void killedHalfWayItGoesOnAndEachFrameIsThereOnce() throws Exception {
        register();
        strangersHours(9, "UNKNOWN_MN");
        admissions.admit(1, order(OUTLET));
        AdmissionRow row = running().get(0);
        // what one page journals, and then the process dies before it notes that
        JournalRecord first = journal.read(1).orElseThrow();
        JournalRecord second = journal.read(2).orElseThrow();
        arrives(Admitted.again(first, NOON.instant(), row.by()));
        arrives(Admitted.again(second, NOON.instant(), row.by()));

        start();
        work();
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L), firstCopies());
        start();
        work();
        assertEquals(9, accepted().size(), "and nothing more at the next start");
    }

    @Test
    void aFrameThatTheLoggerSentAgainMeanwhileIsNotDoubled() throws Exception {
        register();
        strangersHours(3, "UNKNOWN_MN");
        strangersHours(3, "UNKNOWN_MN");
        admissions.admit(1, order(OUTLET));
        arrives(Frames.arrival(
                "2026-11-24T12:00:00",
                Disposition.ACCEPTED,
                "crc=HJ212;cn=2061",
                Frames.hour(MN, "2026-11-24T01:00:00", "31")));
        work();
        assertEquals(3, accepted().size());
        arrives(Frames.arrival(
                "2026-11-24T12:01:00",
                Disposition.ACCEPTED,
                "crc=HJ212;cn=2061",
                Frames.hour(MN, "2026-11-24T00:00:00", "30")));
        assertEquals(3, accepted().size());
    }

    @Test
    void whileTheJournalRefusesNothingIsLostAndNothingIsNoted() throws Exception {
        register();
        strangersHours(2, "UNKNOWN_MN");
        admissions.admit(1, order(OUTLET));
        journal.refuse(Refusal.DISK_FULL);
        AdmissionWorker worker = new AdmissionWorker(store, journal, intake, registry, NOON);
        assertFalse(worker.step(running().get(0)));
        assertEquals(0, running().get(0).place());
        journal.accept();
        work();
        assertEquals(List.of(1L, 2L), firstCopies());
    }

    @Test
    void aFrameThatWasOnItsWayIntoQuarantineDuringTheActFollowsToo() throws Exception {
        register();
        strangersHours(1, "UNKNOWN_MN");
        admissions.admit(1, order(OUTLET));
        work();
        arrives(Frames.arrival(
                "2026-11-24T12:00:01",
                Disposition.QUARANTINED,
                "crc=HJ212;cn=2061;reason=UNKNOWN_MN",
                Frames.hour(MN, "2026-11-24T11:00:00", "41")));
        work();
        assertEquals(List.of(1L, 3L), firstCopies());
        arrives(Frames.arrival(
                "2026-11-24T13:00:01",
                Disposition.QUARANTINED,
                "crc=HJ212;cn=2061;reason=UNKNOWN_MN",
                Frames.hour(MN, "2026-11-24T12:00:00", "42")));
        work();
        assertEquals(2, accepted().size(), "later ones are a new entry");
        assertEquals(QuarantineRow.State.OPEN, entry(5).state());
    }

    @Test
    void aStationWithAnotherPasswordIsLetInByAcceptingIt() throws Exception {
        register(MN + ",DA001,2017,REJECT,654321,,,2026-01-01");
        strangersHours(2, "WRONG_PASSWORD");
        assertInstanceOf(AdmitOutcome.Done.class, admissions.admit(1, order(Map.of())));
        work();
        assertEquals(List.of(1L, 2L), firstCopies());
        assertEquals("123456", profile(instant("2026-11-24T01:00:00")).password());
        assertEquals("654321", profile(instant("2026-11-24T00:59:59")).password(), "the version before stays");
    }

    @Test
    void framesThatTheNewRegistrationWouldRefuseStayAndAreCounted() throws Exception {
        register(MN + ",DA001,2017,REJECT,654321,,,2026-01-01");
        strangersHours(1, "WRONG_PASSWORD");
        arrives(Frames.from(
                "203.0.113.9",
                "2026-11-24T02:00:20",
                MN,
                Disposition.QUARANTINED,
                "crc=HJ212;cn=2061;reason=WRONG_PASSWORD",
                withPassword("999999", Frames.hour(MN, "2026-11-24T01:00:00", "99"))));
        assertInstanceOf(AdmitOutcome.Done.class, admissions.admit(1, order(Map.of("password", "123456"))));
        long act = running().get(0).id();
        work();
        assertEquals(List.of(1L), firstCopies());
        AdmissionRow row =
                store.read(handle -> AdmissionRecords.find(handle, act)).orElseThrow();
        assertEquals(1, row.journaled());
        assertEquals(1, row.left());
    }

    private static byte[] withPassword(String password, byte[] bytes) {
        String packet = new String(bytes, StandardCharsets.US_ASCII);
        String segment = packet.substring(6, packet.length() - 4).replace("PW=123456", "PW=" + password);
        byte[] again = Peer.packet(segment);
        return Arrays.copyOf(again, again.length - 2);
    }

    @Test
    void framesThatNoKeyOpenedFollowWhenTheKeyWasEnteredAndAreReadByEverybody() throws Exception {
        register(MN + ",DA001,2025,REJECT,123456,,,2026-01-01");
        KeyStore keys = KeyStore.open(store, folder.resolve("stackwatch.key"), Duration.ofDays(7));
        registry = new LiveRegistry(store, NOON, keys::ring);
        keys.enter(
                new Mn(MN), StationKey.of("0123456789abcdef"), new Act(instant("2026-11-01T00:00:00"), "王工", "paper"));
        StationKey key = StationKey.of("msbE74gsiSHSEh5e");
        arrives(Frames.arrival(
                "2026-11-24T01:00:20",
                Disposition.QUARANTINED,
                "crc=HJ212;cn=2061;reason=CIPHER_UNREADABLE",
                sealed(key, Frames.hour(MN, "2026-11-24T00:00:00", "30"))));
        keys.enter(new Mn(MN), key, new Act(instant("2026-11-24T09:00:00"), "王工", "the logger was exchanged"));
        admissions = new Admissions(store, journal, registry, NOON, (peer, at, mn, act) -> {}, () -> {});
        assertInstanceOf(AdmitOutcome.Done.class, admissions.admit(1, order(Map.of("encryption", "RAW"))));
        work();
        assertEquals(List.of(1L), firstCopies());
        Arrival again = accepted().get(0);
        assertTrue(new FrameOpener()
                .read(again.bytes(), registry.snapshot().profileOf(again))
                .frame()
                .isPresent());
    }

    @Test
    void aStationWithoutItsKeyIsNoStationThatSpeaksInClear() throws Exception {
        register(MN + ",DA001,2025,REJECT,123456,,,2026-01-01");
        byte[] sealed = sealed(StationKey.of("msbE74gsiSHSEh5e"), Frames.hour(MN, "2026-11-24T00:00:00", "30"));
        arrives(Frames.arrival(
                "2026-11-24T01:00:20", Disposition.QUARANTINED, "crc=HJ212;cn=2061;reason=CIPHER_UNREADABLE", sealed));
        admissions.admit(1, order(Map.of("encryption", "RAW", "crc", "LENIENT")));
        long act = running().get(0).id();
        work();
        assertEquals(List.of(), accepted());
        assertEquals(
                1,
                store.read(handle -> AdmissionRecords.find(handle, act))
                        .orElseThrow()
                        .left());
        assertEquals(
                Optional.of(List.of()), profile(NOON.instant()).encryption().map(Encryption::keys));
    }

    private static byte[] sealed(StationKey key, byte[] plain) {
        byte[] packet =
                new ContentCipher().seal(Arrays.copyOfRange(plain, 6, plain.length - 4), key, Encryption.Form.RAW);
        return Arrays.copyOf(packet, packet.length - 2);
    }

    @Test
    void aMovedStationIsLetInFromTheHostThatWasLookedAtOnly() throws Exception {
        register(MN + ",DA001,2017,REJECT,123456,,10.7.0.0/16,2026-01-01");
        strangersHours(1, "MOVED");
        arrives(Frames.from(
                "203.0.113.9",
                "2026-11-24T02:00:20",
                MN,
                Disposition.QUARANTINED,
                "crc=HJ212;cn=2061;reason=MOVED",
                Frames.hour(MN, "2026-11-24T01:00:00", "99")));
        admissions.admit(1, order(Map.of()));
        work();
        assertEquals(List.of(1L), firstCopies());
        assertEquals(
                List.of("10.1.2.3", "10.7.0.0/16"),
                profile(NOON.instant()).admittance().peers().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList());
        assertEquals(QuarantineRow.State.OPEN, entry(2).state());
    }

    @Test
    void aDeviationThatIsRefusedNoMoreIsTheOneThatTheFramesShow() throws Exception {
        register(MN + ",DA001,2017,REJECT,123456,NO_QN CRC_MODBUS,,2026-01-01");
        arrives(Frames.arrival(
                "2026-11-24T01:00:20",
                Disposition.QUARANTINED,
                "crc=HJ212;cn=2061;reason=DEVIATION_REFUSED;findings=NO_QN",
                Frames.hour(MN, "2026-11-24T00:00:00", "30")));
        admissions.admit(1, order(Map.of()));
        assertEquals(
                Set.of(Finding.CRC_MODBUS), profile(NOON.instant()).admittance().refused());
    }

    @Test
    void framesFromEverywhereFollowUnlessOnlyOneHostIsLetIn() throws Exception {
        register();
        strangersHours(1, "UNKNOWN_MN");
        arrives(Frames.from(
                "10.200.0.1",
                "2026-11-24T02:00:20",
                MN,
                Disposition.QUARANTINED,
                "crc=HJ212;cn=2061;reason=UNKNOWN_MN",
                Frames.hour(MN, "2026-11-24T01:00:00", "31")));
        admissions.admit(
                1,
                new AdmissionOrder(
                        "王工", "the other is a copy", Optional.empty(), OUTLET, true, true, Optional.empty()));
        work();
        assertEquals(List.of(1L), firstCopies());
        assertEquals(QuarantineRow.State.OPEN, entry(2).state());
    }

    @Test
    void whatWasPutAsideStaysAsideWhenTheSameNameIsLetInFromElsewhere() throws Exception {
        register();
        strangersHours(1, "UNKNOWN_MN");
        arrives(Frames.from(
                "203.0.113.9",
                "2026-11-24T02:00:20",
                MN,
                Disposition.QUARANTINED,
                "crc=HJ212;cn=2061;reason=UNKNOWN_MN",
                Frames.hour(MN, "2026-11-24T01:00:00", "1")));
        admissions.dismiss(2, "王工", "somebody who uses this name");
        admissions.admit(1, order(OUTLET));
        work();
        assertEquals(List.of(1L), firstCopies());
        assertEquals(QuarantineRow.State.DISMISSED, entry(2).state());
    }

    @Test
    void whatIsMissingOrContradictsIsNamedAndNothingHappens() throws Exception {
        register("OTHER,DA001,2017,REJECT,123456,,,2026-01-01");
        strangersHours(1, "UNKNOWN_MN");
        assertRefused("outlet", Map.of());
        assertRefused("outlet", Map.of("outlet", "DA777"));
        assertRefused("outlet", OUTLET);
        assertRefused("crc", Map.of("outlet", "DA002", "crc", "CRC32"));
        assertThrows(
                IllegalArgumentException.class,
                () -> admissions.admit(
                        1, new AdmissionOrder("", "why", Optional.empty(), OUTLET, true, false, Optional.empty())));
        assertEquals(QuarantineRow.State.OPEN, entry(1).state());
        assertEquals(List.of(), store.read(handle -> StationActRecords.of(handle, MN, 10)));
        assertInstanceOf(AdmitOutcome.NoSuchEntry.class, admissions.admit(777, order(OUTLET)));
    }

    private void assertRefused(String column, Map<String, String> cells) {
        AdmitOutcome.Refused refused =
                assertInstanceOf(AdmitOutcome.Refused.class, admissions.admit(1, order(cells)), cells.toString());
        assertEquals(column, refused.errors().get(0).column(), refused.errors().toString());
    }

    @Test
    void withoutADateNobodyIsReplaced() throws Exception {
        register("OTHER,DA001,2017,REJECT,123456,,,2026-01-01");
        strangersHours(1, "UNKNOWN_MN");
        AdmitOutcome.Refused refused = assertInstanceOf(
                AdmitOutcome.Refused.class,
                admissions.admit(
                        1,
                        new AdmissionOrder(
                                "王工",
                                "new logger",
                                Optional.empty(),
                                OUTLET,
                                true,
                                false,
                                Optional.of(new Mn("OTHER")))));
        assertEquals("from", refused.errors().get(0).column());
    }

    @Test
    void anOldFigureOfARegisteredStationDoesNotBeginItsVersionInThePast() throws Exception {
        register(MN + ",DA001,2017,REJECT,654321,,,2026-01-01");
        arrives(Frames.arrival(
                "2026-11-24T01:00:20",
                Disposition.QUARANTINED,
                "crc=HJ212;cn=2061;reason=WRONG_PASSWORD",
                Frames.hour(MN, "2026-11-10T00:00:00", "30")));
        admissions.admit(1, order(Map.of()));
        assertEquals("654321", profile(instant("2026-11-24T00:59:59")).password());
        assertEquals("123456", profile(instant("2026-11-24T01:00:00")).password());
    }

    @Test
    void aStrangersBackLogCountsFromTheEndOfWhoReportedBefore() throws Exception {
        register("OTHER,DA001,2017,REJECT,123456,,,2026-01-01");
        end("OTHER", "2026-11-20T00:00:00");
        arrives(Frames.arrival(
                "2026-11-24T01:00:20",
                Disposition.QUARANTINED,
                "crc=HJ212;cn=2061;reason=UNKNOWN_MN",
                Frames.hour(MN, "2026-11-10T00:00:00", "30")));
        assertRefused("from", Map.of("outlet", "DA001", "from", "2026-11-10T00:00:00+08:00"), Optional.of("OTHER"));
        assertInstanceOf(AdmitOutcome.Done.class, admissions.admit(1, order(OUTLET)));
        assertEquals(Optional.empty(), registry.snapshot().profileAt(new Mn(MN), instant("2026-11-19T23:59:59")));
        assertEquals("123456", profile(instant("2026-11-20T00:00:00")).password());
    }

    private void assertRefused(String column, Map<String, String> cells, Optional<String> replaced) {
        AdmitOutcome.Refused refused = assertInstanceOf(
                AdmitOutcome.Refused.class,
                admissions.admit(
                        1,
                        new AdmissionOrder("王工", "why", Optional.empty(), cells, true, false, replaced.map(Mn::new))));
        assertEquals(column, refused.errors().get(0).column(), refused.errors().toString());
    }

    private void end(String mn, String local) {
        store.write(handle -> handle.execute(
                "UPDATE station SET valid_until = ? WHERE mn = ?",
                instant(local).toEpochMilli(),
                mn));
        registry.refresh();
    }

    @Test
    void whatSomebodyElseHasRegisteredMeanwhileCountsAlsoBeforeItIsReadAgain() throws Exception {
        register();
        OneOutlet.register(store, folder, MN + ",DA001,2017,REJECT,654321,,,2026-01-01");
        strangersHours(1, "WRONG_PASSWORD");
        assertInstanceOf(AdmitOutcome.Done.class, admissions.admit(1, order(Map.of())));
        assertEquals("654321", profile(instant("2026-11-24T00:59:59")).password());
    }

    @Test
    void aStationThatIsReplacedEndsWhereTheNewOneBegins() throws Exception {
        register("OTHER,DA001,2017,REJECT,123456,,,2026-01-01");
        strangersHours(1, "UNKNOWN_MN");
        AdmitOutcome outcome = admissions.admit(
                1,
                new AdmissionOrder(
                        "王工",
                        "new logger",
                        Optional.empty(),
                        Map.of("outlet", "DA001", "from", "2026-11-23T16:00:00Z"),
                        true,
                        false,
                        Optional.of(new Mn("OTHER"))));
        assertInstanceOf(AdmitOutcome.Done.class, outcome);
        assertEquals(
                new Mn("OTHER"),
                registry.snapshot()
                        .registry()
                        .stationOf(new OutletId("DA001"), instant("2026-11-23T23:59:59"))
                        .orElseThrow()
                        .mn());
        assertEquals(
                new Mn(MN),
                registry.snapshot()
                        .registry()
                        .stationOf(new OutletId("DA001"), instant("2026-11-24T00:00:00"))
                        .orElseThrow()
                        .mn());
    }

    @Test
    void aLoggerWithoutAnMnIsGivenOneAndToldSo() throws Exception {
        register();
        arrives(Frames.from(
                HOST,
                "2026-11-24T01:00:20",
                "",
                Disposition.QUARANTINED,
                "crc=HJ212;cn=1001;reason=ACTIVATION_REQUESTED",
                Frames.bytes("", "CN=1001;Flag=9;CP=&&CPUID=1F8BFBFF000906E9&&")));
        AdmitOutcome.Refused refused = assertInstanceOf(AdmitOutcome.Refused.class, admissions.admit(1, order(OUTLET)));
        assertEquals("mn", refused.errors().get(0).column());
        AdmitOutcome outcome = admissions.admit(
                1,
                new AdmissionOrder("王工", "activation", Optional.of(new Mn(MN)), OUTLET, true, false, Optional.empty()));
        assertInstanceOf(AdmitOutcome.Done.class, outcome);
        assertEquals(
                List.of(HOST + ":40112 " + instant("2026-11-24T01:00:20") + " " + MN + " 王工"),
                assigned,
                "on the connection on which it asked then");
        assertEquals(StationProfile.Edition.HJ212_2025, profile(NOON.instant()).edition());
    }

    /** Two new loggers behind one address: the one whose frame the officer looked at is told, on its own connection. */
    @Test
    void ofSeveralLoggersWithoutAnMnBehindOneAddressTheOneThatIsMeantIsToldItsMn() throws Exception {
        register();
        asks("2026-11-24T01:00:20", 50001, "1F8BFBFF000906E9");
        asks("2026-11-24T01:00:30", 50002, "BFEBFBFF000306C3");
        Mn given = new Mn(MN);
        AdmissionOrder any = new AdmissionOrder("王工", "new", Optional.of(given), OUTLET, true, false, Optional.empty());
        assertEquals("frame", refused(any).errors().get(0).column(), "it is not said which");
        assertEquals("frame", refused(naming(any, 777)).errors().get(0).column());
        assertEquals(List.of(), assigned);

        assertInstanceOf(AdmitOutcome.Done.class, admissions.admit(1, naming(any, 1)));
        assertEquals(
                List.of(HOST + ":50001 " + instant("2026-11-24T01:00:20") + " " + MN + " 王工"),
                assigned,
                "and not the one that asked last");
    }

    private void asks(String local, int port, String cpu) {
        byte[] bytes = Frames.bytes("", "CN=1001;Flag=9;CP=&&i23005-Info=7;i23006-Info=" + cpu + "&&");
        arrives(new Arrival(
                instant(local),
                "hj212",
                HOST + ":" + port,
                Optional.empty(),
                Disposition.QUARANTINED,
                "crc=HJ212;cn=1001;reason=ACTIVATION_REQUESTED",
                bytes));
    }

    private static AdmissionOrder naming(AdmissionOrder order, long frame) {
        return new AdmissionOrder(
                order.by(),
                order.reason(),
                order.mn(),
                order.cells(),
                order.passwordFromFrames(),
                order.onlyThisHost(),
                order.replaces(),
                Optional.of(frame));
    }

    private AdmitOutcome.Refused refused(AdmissionOrder order) {
        return assertInstanceOf(AdmitOutcome.Refused.class, admissions.admit(1, order));
    }

    @Test
    void aFloodOfNamesFromOneHostIsPutAsideInOneAct() throws Exception {
        register();
        strangersHours(1, "UNKNOWN_MN");
        for (int i = 0; i < 3; i++) {
            arrives(Frames.from(
                    "203.0.113.9",
                    "2026-11-24T02:00:2" + i,
                    "N" + i % 2,
                    Disposition.QUARANTINED,
                    "crc=HJ212;cn=2061;reason=UNKNOWN_MN",
                    Frames.bytes("N" + i % 2, "CN=2011;Flag=5;CP=&&&&")));
        }
        admissions.dismiss(3, "李工", "one of them");
        assertThrows(IllegalArgumentException.class, () -> admissions.dismissHost("203.0.113.9", "王工", ""));
        assertEquals(
                Optional.of(new Admissions.Dismissed("203.0.113.9", 1, 2)),
                admissions.dismissHost("203.0.113.9", "王工", "a scanner"),
                "what was decided before is not decided again");
        assertEquals(QuarantineRow.State.DISMISSED, entry(2).state());
        assertEquals(QuarantineRow.State.OPEN, entry(1).state(), "other hosts are left alone");
        StationActRow act =
                store.read(handle -> StationActRecords.of(handle, "", 10)).get(0);
        assertEquals(StationActKind.DISMISSED, act.kind());
        assertEquals(new Act(NOON.instant(), "王工", "a scanner"), act.act());
        assertEquals("host=203.0.113.9;entries=1;frames=2", act.detail());
        assertEquals(Optional.empty(), admissions.dismissHost("203.0.113.9", "王工", "again"));
        assertEquals(
                1, store.read(handle -> StationActRecords.of(handle, "", 10)).size());
    }

    @Test
    void anEntryIsDecidedOnceAndADismissedOneMayStillBeLetIn() throws Exception {
        register();
        strangersHours(1, "UNKNOWN_MN");
        assertEquals(Optional.of(QuarantineRow.State.OPEN), admissions.dismiss(1, "王工", "a test of the vendor"));
        assertEquals(QuarantineRow.State.DISMISSED, entry(1).state());
        assertEquals(Optional.of(QuarantineRow.State.DISMISSED), admissions.dismiss(1, "李工", "again"));
        assertEquals(
                1, store.read(handle -> StationActRecords.of(handle, MN, 10)).size());
        strangersHours(2, "UNKNOWN_MN");
        assertEquals(QuarantineRow.State.DISMISSED, entry(1).state(), "more of the same is counted and stays aside");
        assertEquals(3, entry(1).times());

        assertInstanceOf(AdmitOutcome.Done.class, admissions.admit(1, order(OUTLET)));
        assertInstanceOf(AdmitOutcome.DecidedBefore.class, admissions.admit(1, order(OUTLET)));
        assertEquals(Optional.of(QuarantineRow.State.ADMITTED), admissions.dismiss(1, "李工", "too late"));
        assertEquals(Optional.empty(), admissions.dismiss(777, "李工", "nobody"));
    }
}
