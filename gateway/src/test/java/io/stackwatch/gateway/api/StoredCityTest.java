package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.mapping.FactorTable;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.alarm.AlarmSubject;
import io.stackwatch.core.alarm.EpisodeDecision;
import io.stackwatch.core.alarm.RateCase;
import io.stackwatch.core.alarm.RateEpisodes;
import io.stackwatch.core.exceedance.CountParameters;
import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.core.marking.Exemption;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.transmission.Counts;
import io.stackwatch.gateway.history.Hj212Entries;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.judgement.CoreCursor;
import io.stackwatch.gateway.judgement.JudgementOptions;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.judgement.SqlAlarmDesk;
import io.stackwatch.gateway.marking.Excuses;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.AlarmChanges;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.ExemptionRecords;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.MissingHourRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.SqlRecordsView;
import io.stackwatch.gateway.registry.ImportReport;
import io.stackwatch.gateway.registry.LiveRegistry;
import io.stackwatch.gateway.registry.RegistryImport;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the bytes of a frame over the stored records to the answers of the interface, and back to the bytes. */
final class StoredCityTest {

    private static final String MN = "3715020000000001";
    private static final Instant MORNING = Instant.parse("2026-11-24T03:00:00Z");

    @TempDir
    private Path folder;

    private ApiRunning api;
    private RecordStore store;
    private CoreCursor core;
    private Hj212Entries entries;

    @BeforeEach
    void start() throws Exception {
        Clock clock = Clock.fixed(CityFixture.NOW, ZoneOffset.UTC);
        store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
        registerOneBoiler();
        LiveRegistry registry = new LiveRegistry(store, clock);
        registry.refresh();
        EventSignal signal = new EventSignal();
        JudgementRules rules = JudgementRules.load();
        core = new CoreCursor(store, registry::snapshot, rules, signal, JudgementOptions.defaults());
        core.begin(MORNING);
        entries = new Hj212Entries(new Hj212Entries.Stations() {
            @Override
            public Optional<StationProfile> profileOf(Arrival arrival) {
                return registry.snapshot().profileOf(arrival);
            }

            @Override
            public Optional<OutletId> outletAt(Mn station, Instant instant) {
                return registry.snapshot()
                        .registry()
                        .stationAt(station, instant)
                        .map(Station::outlet);
            }
        });
        FactorNames names = new FactorTableNames(FactorTable.standard());
        api = new ApiRunning();
        api.start(
                ApiOptions.defaults(),
                new StoredCity(
                        new SqlRecordsView(store, () -> registry.snapshot().registry()),
                        new SqlAlarmDesk(store, rules.parameters(), signal),
                        registry::snapshot,
                        names,
                        (outlet, hours) -> store.read(handle -> new Excuses(rules.marks())
                                .of(handle, registry.snapshot(), outlet, hours, clock.instant())),
                        clock,
                        Duration.ofMinutes(30)),
                new Hj212FrameReader(arrival -> registry.snapshot().profileOf(arrival)),
                names);
        signal.subscribe(last -> api.server().wake());
    }

    @AfterEach
    void stop() {
        api.close();
        store.close();
    }

    @Test
    void anOutletShowsWhatItsLoggerSaidLastWithTheLimitInForce() throws Exception {
        arrives("2026-11-24T06:20:05Z", "2011", "20261124142000", "a21026-Rtd=30.50,a21026-ZsRtd=36.10,a21026-Flag=N");
        JsonObject outlet = api.get(200, "outlet", "/api/v1/outlets/DA001");
        assertEquals("REPORTING", outlet.getString("state"));
        assertEquals("示例热电厂", outlet.getJsonObject("enterprise").getString("name"));
        assertEquals("东昌府区", outlet.getJsonObject("region").getString("name"));
        assertEquals(new JsonArray().add(MN), outlet.getJsonArray("stations"));
        JsonObject so2 = outlet.getJsonArray("latest").getJsonObject(0);
        assertEquals("30.50", so2.getJsonObject("measured").getString("value"));
        assertEquals("36.10", so2.getJsonObject("converted").getString("value"));
        assertEquals("35", so2.getJsonObject("limit").getString("value"));
        assertEquals("二氧化硫", so2.getJsonObject("factor").getString("name"));
        assertEquals(
                36.1,
                api.get(200, "readings", "/api/v1/outlets/DA001/readings?factor=a21026&span=REALTIME&statistic=ZsRtd")
                        .getJsonArray("points")
                        .getJsonObject(0)
                        .getDouble("value"));
    }

    @Test
    void anExceedingHourBecomesAnAlarmThatIsReadBackToItsFrameAndAcknowledgedOnce() throws Exception {
        String frame = exceedingHour();
        JsonObject alarm = api.get(200, "alarms", "/api/v1/alarms?state=ACTIVE&type=EX_H")
                .getJsonArray("items")
                .getJsonObject(0);
        assertEquals("41", alarm.getString("value"));
        assertEquals("35", alarm.getString("limit"));
        assertEquals("0.1714", alarm.getString("ratio"));
        String path = "/api/v1/alarms/" + alarm.getString("id");
        JsonObject raw = api.get(200, "alarmFrames", path + "/frames")
                .getJsonArray("items")
                .getJsonObject(0);
        assertEquals(frame, new String(HexFormat.of().parseHex(raw.getString("hex")), StandardCharsets.UTF_8));
        assertEquals(
                "41.00",
                raw.getJsonObject("decoded").getJsonArray("items").stream()
                        .map(JsonObject.class::cast)
                        .filter(field -> field.getString("name").equals("a21026-ZsAvg"))
                        .findFirst()
                        .orElseThrow()
                        .getString("value"));

        String body = "{\"who\":\"李明\",\"note\":\"已电话核实\"}";
        api.post(200, "acknowledge", path + "/acknowledgement", body);
        api.post(409, "acknowledge", path + "/acknowledgement", body);
        api.post(404, "acknowledge", "/api/v1/alarms/nobody/acknowledgement", body);
        JsonArray steps = api.get(200, "alarm", path).getJsonArray("steps");
        assertEquals("RAISED", steps.getJsonObject(0).getString("kind"));
        assertEquals("ACKNOWLEDGED", steps.getJsonObject(steps.size() - 1).getString("kind"));
        assertEquals(
                0,
                api.get(200, "alarms", "/api/v1/alarms?state=OPEN&type=EX_H")
                        .getJsonArray("items")
                        .size());
    }

    @Test
    void theHourIsShownWithItsVerdictAndWhatWasReported() throws Exception {
        exceedingHour();
        JsonObject page = api.get(200, "hours", "/api/v1/outlets/DA001/hours?factor=a21026");
        JsonObject hour = page.getJsonArray("items").getJsonObject(0);
        assertEquals("EXCEEDS", hour.getString("outcome"));
        assertEquals("2026-11-24T05:00:00Z", hour.getString("start"));
        assertEquals("31.20", hour.getString("measured"));
        assertEquals("41.00", hour.getString("converted"));
        assertEquals("41", hour.getString("value"));
        assertEquals("LOGGER_CONVERTED", hour.getString("basis"));
        assertEquals("35", hour.getJsonObject("limit").getString("value"));
        assertEquals(1, hour.getJsonObject("evidence").getLong("sequence"));
    }

    @Test
    void hoursThatAreMissingAreShownWithWhatExcusesThem() throws Exception {
        Instant start = Instant.parse("2026-11-24T05:00:00Z");
        store.write(handle -> {
            Map<FactorHour, Instant> missing = new HashMap<>();
            for (int i = 0; i < 3; i++) {
                Instant hour = start.plus(Duration.ofHours(i));
                missing.put(new FactorHour(new OutletId("DA001"), new FactorCode("a21026"), hour), hour);
            }
            MissingHourRecords.open(handle, missing);
            return ExemptionRecords.grant(
                    handle,
                    Optional.of(new OutletId("DA001")),
                    Exemption.Kind.POWER_CUT,
                    new Window(start, start.plus(Duration.ofHours(2))),
                    "聊环 2026-7",
                    new Act(start, "officer Li", "a storm"));
        });
        JsonArray runs = api.get(
                        200, "gaps", "/api/v1/outlets/DA001/gaps?from=2026-11-24T00:00:00Z&until=2026-11-25T00:00:00Z")
                .getJsonArray("missing");
        assertEquals(
                List.of("2 EXEMPT: exemption 1: 聊环 2026-7", "1 null"),
                runs.stream()
                        .map(JsonObject.class::cast)
                        .map(run -> run.getInteger("hours") + " " + run.getString("excused"))
                        .toList());
    }

    @Test
    void hoursOfYearsArePagedWithoutGapOrRepetition() throws Exception {
        for (int i = 0; i < 3; i++) {
            Instant start = MORNING.plus(Duration.ofHours(i));
            String label =
                    DateTimeFormatter.ofPattern("yyyyMMddHHmmss").format(start.atZone(ZoneId.of("Asia/Shanghai")));
            arrives(start.plusSeconds(3_700).toString(), "2061", label, "a21026-ZsAvg=3" + i + ",a21026-Flag=N");
        }
        String path = "/api/v1/outlets/DA001/hours?factor=a21026&limit=2&from=2020-01-01T00:00:00Z";
        JsonObject first = api.get(200, "hours", path);
        JsonObject second = api.get(200, "hours", path + "&cursor=" + first.getString("next"));
        assertEquals(2, first.getJsonArray("items").size());
        assertEquals(1, second.getJsonArray("items").size());
        assertEquals(
                "2026-11-24T03:00:00Z",
                second.getJsonArray("items").getJsonObject(0).getString("start"));
        assertEquals(null, second.getValue("next"));
    }

    @Test
    void theDayAfterThereIsACandidateCaseWithItsBasis() throws Exception {
        exceedingHour();
        core.fire(Instant.parse("2026-11-25T06:00:00Z"), api.journal::head);
        JsonObject page = api.get(200, "cases", "/api/v1/cases");
        JsonObject one = page.getJsonArray("items").getJsonObject(0);
        assertEquals("2026-11-24", one.getString("day"));
        assertEquals("41", one.getString("worstValue"));
        JsonObject file = api.get(200, "case", "/api/v1/cases/" + one.getString("id"));
        assertEquals(1, file.getJsonArray("exceedances").size());
        assertTrue(file.getString("basisText").length() > 5, file.encode());
        api.get(404, "case", "/api/v1/cases/nobody");
    }

    @Test
    void anAlarmAboutAnEnterpriseOrACountyIsShownWithItsNamesAndFoundByItsDivision() throws Exception {
        raised(AlarmSubject.Kind.ENTERPRISE, "E1");
        raised(AlarmSubject.Kind.REGION, "371502");
        JsonArray found = api.get(200, "alarms", "/api/v1/alarms?type=RATE_LOW&region=371502")
                .getJsonArray("items");
        assertEquals(
                List.of("ENTERPRISE 示例热电厂 371502", "REGION 东昌府区 371502"),
                found.stream()
                        .map(JsonObject.class::cast)
                        .map(alarm -> alarm.getJsonObject("subject").getString("kind") + " "
                                + alarm.getJsonObject("subject").getString("name") + " "
                                + alarm.getJsonObject("region").getString("id"))
                        .sorted()
                        .toList());
        assertEquals(
                0,
                api.get(200, "alarms", "/api/v1/alarms?type=RATE_LOW&region=371503")
                        .getJsonArray("items")
                        .size());
        assertEquals(
                0,
                api.get(200, "alarms", "/api/v1/alarms?outlet=E1")
                        .getJsonArray("items")
                        .size());
        String path = "/api/v1/alarms/" + found.getJsonObject(0).getString("id");
        assertEquals(
                "80.00 % (800 of 1000 due hours valid), required 90 %",
                api.get(200, "alarm", path).getJsonObject("alarm").getString("words"));
        api.post(200, "acknowledge", path + "/acknowledgement", "{\"who\":\"李明\",\"note\":\"已约谈\"}");
    }

    private void raised(AlarmSubject.Kind kind, String id) {
        RateCase facts = new RateCase(
                AlarmSubject.of(kind, id),
                MORNING,
                MORNING,
                new Counts(1_000, 900, 1_000, 800),
                1,
                false,
                Optional.empty(),
                Duration.ofDays(3),
                CityFixture.NOW);
        EpisodeDecision decision = new RateEpisodes()
                .decide(facts, CountParameters.at(JudgementRules.load().parameters(), MORNING));
        store.write(handle -> AlarmChanges.keep(handle, List.of(decision), Duration.ofDays(1), CityFixture.NOW));
    }

    private String exceedingHour() {
        return arrives(
                "2026-11-24T06:01:40Z",
                "2061",
                "20261124130000",
                "a21026-Avg=31.20,a21026-ZsAvg=41.00,a21026-Flag=N;a19001-Avg=9.35,a19001-Flag=N");
    }

    /** A frame arrives, and the core and the history read it. */
    private String arrives(String at, String command, String dataTime, String items) {
        String segment = "QN=20261124140010000;ST=31;CN=" + command + ";PW=123456;MN=" + MN + ";Flag=5;CP=&&DataTime="
                + dataTime + ";" + items + "&&";
        String frame = "##" + String.format("%04d", segment.length()) + segment + "0000\r\n";
        api.append(frame, Instant.parse(at));
        JournalRecord record = api.journal.read(api.journal.head()).orElseThrow();
        core.apply(List.of(record));
        api.history.write(entries.of(record));
        return frame;
    }

    private void registerOneBoiler() throws IOException {
        sheet("enterprises", "id,name,region,from", "E1,示例热电厂,371502,2026-01-01");
        sheet(
                "outlets",
                "id,enterprise,name,industry,stack_height_m,control_zone,factors,from",
                "DA001,E1,1号锅炉,D4412,80,KEY,a21026 a19001,2026-01-01");
        sheet(
                "stations",
                "mn,outlet,edition,crc,password,minute_interval_min,label_at_end,units,from",
                MN + ",DA001,2017,LENIENT,123456,10,no,,2026-01-01");
        sheet(
                "permits",
                "id,outlet,factor,limit_mg_m3,reference_o2_pct,instrument,from,mark",
                "P1,DA001,a21026,35,6,91371500示例001P,2026-01-01,VERIFIED");
        sheet("duties", "outlet,basis,document,from,mark", "DA001,CITY_LIST,聊环发 2026 1号,2026-01-01,SECONDARY");
        ImportReport report = new RegistryImport(store, StandardLimits.load()).takeOver(folder);
        assertEquals(List.of(), report.errors());
    }

    private void sheet(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name + ".csv"), List.of(lines));
    }
}
