package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.connectors.hj212.server.Peer;
import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.keys.KeyStore;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.LiveRegistry;
import io.stackwatch.gateway.registry.RegistryImport;
import io.stackwatch.gateway.station.Admissions;
import io.stackwatch.gateway.station.IncompletePackets;
import io.stackwatch.gateway.station.StationCursor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stations and strangers over the interface, every answer checked against the contract. */
final class StationApiTest {

    private static final String MN = "010000A8900016F000169DC0";
    private static final String STRANGER = "010000A8900016F000169DC1";
    private static final String KEY = "msbE74gsiSHSEh5e";
    private static final String PASSWORD = "s3cr3t";
    private static final Instant AT = CityFixture.NOON;

    @TempDir
    private Path folder;

    private ApiRunning api;
    private RecordStore store;
    private StationCursor cursor;
    private LiveRegistry registry;

    @BeforeEach
    void start() throws Exception {
        Clock clock = Clock.fixed(CityFixture.NOW, ZoneOffset.UTC);
        store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
        Files.write(folder.resolve("enterprises.csv"), List.of("id,name,region,from", "E1,示例热电厂,371502,2026-01-01"));
        Files.write(
                folder.resolve("outlets.csv"),
                List.of(
                        "id,enterprise,name,industry,factors,from",
                        "DA001,E1,1号锅炉,D4412,a21026,2026-01-01",
                        "DA002,E1,2号锅炉,D4412,a21026,2026-01-01"));
        Files.write(
                folder.resolve("stations.csv"),
                List.of(
                        "mn,outlet,edition,password,encryption,peers,refused_findings,from",
                        MN + ",DA001,2025," + PASSWORD + ",RAW,10.0.0.0/8,ST_MISSING,2026-01-01"));
        assertEquals(
                List.of(),
                new RegistryImport(store, StandardLimits.load())
                        .takeOver(folder)
                        .errors());
        KeyStore keys = KeyStore.open(store, folder.resolve("stackwatch.key"), Duration.ofDays(7));
        keys.enter(new Mn(MN), StationKey.of(KEY), new Act(AT, "王工", "first key"));
        registry = new LiveRegistry(store, clock, keys::ring);
        cursor = new StationCursor(store, registry::snapshot);
        api = new ApiRunning();
        Admissions admissions =
                new Admissions(store, api.journal, registry, clock, (peer, at, mn, act) -> {}, () -> {});
        IncompletePackets packets = new IncompletePackets(store, Duration.ofMinutes(10), clock);
        api.start(new StoredStations(store, registry::snapshot, admissions, packets, Optional::empty, clock));
    }

    @AfterEach
    void stop() {
        api.close();
        store.close();
    }

    private void arrives(Instant at, String mn, Disposition disposition, String detail, String rest) {
        byte[] packet = Peer.packet("QN=20261124140010000;ST=31;PW=123456;MN=" + mn + ";" + rest);
        Arrival arrival = new Arrival(
                at,
                "hj212",
                "10.1.2.3:40112",
                Optional.of(new Mn(mn)),
                disposition,
                detail,
                Arrays.copyOf(packet, packet.length - 2));
        api.journal.append(arrival, new Journal.Receipt() {
            @Override
            public void durable(long sequence) {}

            @Override
            public void refused(Journal.Refusal why) {
                throw new AssertionError("the journal in memory refused: " + why);
            }
        });
        cursor.apply(List.of(api.journal.read(api.journal.head()).orElseThrow()));
        cursor.fire();
    }

    private void hours(String mn, Disposition disposition, String detail, int count) {
        for (int i = 0; i < count; i++) {
            arrives(
                    AT.plusSeconds(3_600L * (i + 1) + 20),
                    mn,
                    disposition,
                    detail,
                    "CN=2061;Flag=5;CP=&&DataTime=202611241" + (2 + i) + "0000;a21026-Avg=3" + i + "&&");
        }
    }

    @Test
    void aStationShowsWhatItSaysBesideWhatIsRegisteredAndWhatTheStandardSays() throws Exception {
        hours(MN, Disposition.ACCEPTED, "crc=HJ212;cn=2061;findings=NO_QN,EDITION_DIFFERS", 3);
        JsonObject file = api.get(200, "station", "/api/v1/stations/" + MN);
        assertEquals(3, file.getJsonObject("station").getJsonObject("heard").getInteger("frames"));
        assertEquals(2, file.getJsonObject("station").getInteger("deviations"));
        assertFalse(file.getJsonObject("station").getBoolean("asRegistered"));
        assertNull(file.getJsonObject("station").getJsonObject("link"));

        JsonObject edition = aspect(file, "EDITION");
        assertEquals("2017", edition.getString("says"));
        assertEquals("2025", edition.getString("registered"));
        assertFalse(edition.getBoolean("asRegistered"));
        assertEquals(1, edition.getInteger("evidence"));
        JsonObject encryption = aspect(file, "ENCRYPTION");
        assertEquals("PLAIN", encryption.getString("says"));
        assertEquals("ENCRYPTED", encryption.getString("standard"));
        assertTrue(aspect(file, "CHECKSUM").getBoolean("asStandard"));

        JsonObject deviation = file.getJsonArray("deviations").getJsonObject(1);
        assertEquals("NO_QN", deviation.getString("finding"));
        assertTrue(deviation.getBoolean("goesOn"));
        assertEquals(AT.plusSeconds(3_620).toString(), deviation.getString("since"));
        assertEquals(1, deviation.getInteger("sinceSequence"));
        assertEquals(3, deviation.getInteger("times"));

        JsonObject profile = file.getJsonObject("profile");
        assertEquals(new JsonArray().add("10.0.0.0/8"), profile.getJsonArray("peers"));
        assertEquals(new JsonArray().add("ST_MISSING"), profile.getJsonArray("refusedFindings"));
        assertEquals("KEY_ENTERED", file.getJsonArray("acts").getJsonObject(0).getString("kind"));
        assertEquals(1, file.getJsonArray("keys").getJsonObject(0).getInteger("number"));
        assertFalse(file.encode().contains(KEY), file::encode);
        assertFalse(file.encode().contains(PASSWORD), file::encode);
    }

    private static JsonObject aspect(JsonObject file, String name) {
        return file.getJsonArray("behaviour").stream()
                .map(JsonObject.class::cast)
                .filter(behaviour -> behaviour.getString("aspect").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChangeOfBehaviourIsListedWithItsEvidence() throws Exception {
        hours(MN, Disposition.ACCEPTED, "crc=HJ212;cn=2061", 1);
        hours(MN, Disposition.ACCEPTED, "crc=MODBUS;cn=2061", 4);
        JsonArray changes = api.get(200, "station", "/api/v1/stations/" + MN).getJsonArray("changes");
        assertEquals(1, changes.size());
        assertEquals("HJ212", changes.getJsonObject(0).getString("was"));
        assertEquals("MODBUS", changes.getJsonObject(0).getString("became"));
        assertEquals(2, changes.getJsonObject(0).getInteger("evidence"));
    }

    @Test
    void theListOfStationsIsPagedAndAnUnregisteredOneIsNotFound() throws Exception {
        JsonObject page = api.get(200, "stations", "/api/v1/stations?limit=1");
        assertEquals(MN, page.getJsonArray("items").getJsonObject(0).getString("mn"));
        assertNull(page.getString("next"));
        api.get(404, "station", "/api/v1/stations/" + STRANGER);
    }

    @Test
    void anOutletThatIsReadOverOpcUaHasADerivedStationWithItsSource() throws Exception {
        Files.write(
                folder.resolve("opcua-sources.csv"),
                List.of("id,endpoint,from", "PLANT-1,opc.tcp://10.1.2.3:4840,2026-01-01"));
        Files.write(
                folder.resolve("opcua-nodes.csv"),
                List.of("source,node,outlet,factor,unit,from", "PLANT-1,ns=2;s=B01/SO2,DA002,a21026,mg/m3,2026-01-01"));
        assertEquals(
                List.of(),
                new RegistryImport(store, StandardLimits.load())
                        .takeOver(folder)
                        .errors());
        registry.refresh();
        String derived = "OPC.PLANT-1.DA002";
        arrives(AT, derived, Disposition.ACCEPTED, "crc=HJ212;cn=2061", "CN=2061;Flag=8;CP=&&a21026-Flag=D&&");

        JsonArray stations = api.get(200, "stations", "/api/v1/stations").getJsonArray("items");
        assertEquals(2, stations.size());
        assertEquals("LOGGER", stations.getJsonObject(0).getString("kind"));
        assertNull(stations.getJsonObject(0).getString("source"));
        JsonObject station = stations.getJsonObject(1);
        assertEquals(derived, station.getString("mn"));
        assertEquals("DERIVED", station.getString("kind"));
        assertEquals("PLANT-1", station.getString("source"));
        assertEquals("DA002", station.getString("outlet"));
        assertEquals(1, station.getJsonObject("heard").getInteger("frames"));
        JsonObject file = api.get(200, "station", "/api/v1/stations/" + derived);
        assertEquals("2025", file.getJsonObject("profile").getString("edition"));
    }

    @Test
    void aStrangerIsSeenWithReasonAndFramesAndLetInByOneAct() throws Exception {
        hours(STRANGER, Disposition.QUARANTINED, "crc=HJ212;cn=2061;reason=UNKNOWN_MN", 3);
        JsonObject entry = api.get(200, "quarantine", "/api/v1/quarantine?state=OPEN")
                .getJsonArray("items")
                .getJsonObject(0);
        assertEquals(STRANGER, entry.getString("station"));
        assertEquals("UNKNOWN_MN", entry.getString("reason"));
        assertEquals("10.1.2.3", entry.getString("host"));
        assertEquals(3, entry.getInteger("frames"));
        assertEquals(
                3,
                api.get(200, "quarantineEntry", "/api/v1/quarantine/1")
                        .getJsonObject("newest")
                        .getInteger("sequence"));
        JsonObject frames = api.get(200, "quarantineFrames", "/api/v1/quarantine/1/frames?limit=2");
        assertEquals(2, frames.getJsonArray("items").size());
        JsonObject rest = api.get(
                200, "quarantineFrames", "/api/v1/quarantine/1/frames?limit=2&cursor=" + frames.getString("next"));
        assertEquals(3, rest.getJsonArray("items").getJsonObject(0).getInteger("sequence"));

        JsonObject admitted = api.post(
                200,
                "admit",
                "/api/v1/quarantine/1/admission",
                new JsonObject()
                        .put("by", "王工")
                        .put("reason", "letter of 20 Nov")
                        .put("outlet", "DA002")
                        .put("passwordFromFrames", true)
                        .put("labelAtEnd", false)
                        .put("units", new JsonArray().add("a00000=m3/h"))
                        .encode());
        assertEquals("ADMITTED", admitted.getString("state"));
        assertEquals("王工", admitted.getJsonObject("admission").getString("by"));
        assertFalse(admitted.getJsonObject("admission").getBoolean("complete"), "its frames are on their way");
        JsonObject profile =
                api.get(200, "station", "/api/v1/stations/" + STRANGER).getJsonObject("profile");
        assertEquals(new JsonArray().add("a00000=m3/h"), profile.getJsonArray("units"));
        assertEquals("2017", profile.getString("edition"));
        api.post(
                409,
                "admit",
                "/api/v1/quarantine/1/admission",
                new JsonObject().put("by", "李工").put("reason", "too").encode());
    }

    @Test
    void whatCannotBeRegisteredIsNamedByItsField() throws Exception {
        hours(STRANGER, Disposition.QUARANTINED, "crc=HJ212;cn=2061;reason=UNKNOWN_MN", 1);
        JsonObject order =
                new JsonObject().put("by", "王工").put("reason", "letter").put("passwordFromFrames", true);
        JsonObject problem = api.post(400, "admit", "/api/v1/quarantine/1/admission", order.encode());
        assertEquals("body field outlet", problem.getString("where"));
        JsonObject taken = api.post(
                400,
                "admit",
                "/api/v1/quarantine/1/admission",
                order.copy().put("outlet", "DA001").encode());
        assertTrue(taken.getString("expected").contains("replaced"), taken::encode);
        JsonObject word = api.post(
                400,
                "admit",
                "/api/v1/quarantine/1/admission",
                order.copy()
                        .put("outlet", "DA002")
                        .put("minuteIntervalMinutes", 7)
                        .encode());
        assertEquals("body field minuteIntervalMinutes", word.getString("where"));
        JsonObject without = order.copy().put("outlet", "DA002");
        without.remove("passwordFromFrames");
        JsonObject password = api.post(400, "admit", "/api/v1/quarantine/1/admission", without.encode());
        assertEquals("body field password", password.getString("where"));
        api.post(
                400,
                "admit",
                "/api/v1/quarantine/1/admission",
                order.copy().put("by", "a;b").encode());
        api.post(
                400,
                "admit",
                "/api/v1/quarantine/1/admission",
                order.copy().put("nonsense", "x").encode());
        api.post(404, "admit", "/api/v1/quarantine/777/admission", order.encode());
        assertEquals(
                "OPEN",
                api.get(200, "quarantineEntry", "/api/v1/quarantine/1")
                        .getJsonObject("entry")
                        .getString("state"));
    }

    @Test
    void anEntryThatIsPutAsideIsKeptAndNotOpenAnyMore() throws Exception {
        hours(STRANGER, Disposition.QUARANTINED, "crc=HJ212;cn=2061;reason=UNKNOWN_MN", 1);
        String body = new JsonObject().put("by", "王工").put("reason", "a test").encode();
        assertEquals(
                "DISMISSED",
                api.post(200, "dismiss", "/api/v1/quarantine/1/dismissal", body).getString("state"));
        assertEquals(
                0,
                api.get(200, "quarantine", "/api/v1/quarantine?state=OPEN")
                        .getJsonArray("items")
                        .size());
        assertEquals(
                1,
                api.get(200, "quarantine", "/api/v1/quarantine")
                        .getJsonArray("items")
                        .size());
        api.post(409, "dismiss", "/api/v1/quarantine/1/dismissal", body);
        api.post(404, "dismiss", "/api/v1/quarantine/777/dismissal", body);
    }

    @Test
    void aHostsOpenEntriesArePutAsideInOneAct() throws Exception {
        hours(STRANGER, Disposition.QUARANTINED, "crc=HJ212;cn=2061;reason=UNKNOWN_MN", 2);
        hours("ANOTHER", Disposition.QUARANTINED, "crc=HJ212;cn=2061;reason=UNKNOWN_MN", 1);
        String body =
                new JsonObject().put("by", "王工").put("reason", "a scanner").encode();
        JsonObject dismissed = api.post(200, "dismissHost", "/api/v1/quarantine/hosts/10.1.2.3/dismissal", body);
        assertEquals(2, dismissed.getInteger("entries"));
        assertEquals(3, dismissed.getInteger("frames"));
        assertEquals(
                0,
                api.get(200, "quarantine", "/api/v1/quarantine?state=OPEN")
                        .getJsonArray("items")
                        .size());
        api.post(404, "dismissHost", "/api/v1/quarantine/hosts/10.1.2.3/dismissal", body);
        api.post(400, "dismissHost", "/api/v1/quarantine/hosts/10.1.2.3/dismissal", "{}");
    }

    @Test
    void anUploadThatLacksPacketsIsListedWithTheirNumbers() throws Exception {
        for (int number : new int[] {1, 4}) {
            arrives(
                    AT.plusSeconds(20),
                    MN,
                    Disposition.ACCEPTED,
                    "crc=HJ212;cn=2061",
                    "CN=2061;Flag=7;PNUM=4;PNO=" + number + ";CP=&&DataTime=20261124110000;a21026-Avg=31&&");
        }
        JsonObject packets = api.get(200, "station", "/api/v1/stations/" + MN)
                .getJsonArray("incompletePackets")
                .getJsonObject(0);
        assertEquals(2061, packets.getInteger("command"));
        assertEquals("2026-11-24T03:00:00Z", packets.getString("dataTime"));
        assertEquals(4, packets.getInteger("packets"));
        assertEquals(new JsonArray().add(2).add(3), packets.getJsonArray("missing"));
        assertEquals(1, packets.getInteger("firstSequence"));
    }
}
