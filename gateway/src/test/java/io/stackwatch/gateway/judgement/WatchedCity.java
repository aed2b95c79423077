package io.stackwatch.gateway.judgement;

import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.limit.LimitScope;
import io.stackwatch.core.limit.LimitSource;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.registry.CemsDuty;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.IndustryCode;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Region;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.core.transmission.AssessedFactor;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.AlarmQuery;
import io.stackwatch.gateway.records.AlarmRow;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.RegistryRecords;
import io.stackwatch.gateway.records.SqlRecordsView;
import io.stackwatch.gateway.records.StationSettings;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.records.VerdictRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A small city on a timeline: outlets DA1, DA2, ... with loggers M1, M2, ..., each of which must report SO2 and oxygen and
 * may emit 35 mg/m3 SO2 at 6 % oxygen. Times are local ({@code 2026-11-24T09:00:05}).
 */
final class WatchedCity implements AutoCloseable {

    static final FactorCode SO2 = new FactorCode("a21026");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Instant FROM = Instant.parse("2025-12-31T16:00:00Z");
    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    final RecordStore store;
    final EventSignal signal = new EventSignal();
    final JudgementRules rules = JudgementRules.load();
    final SqlRecordsView view;
    final SqlAlarmDesk desk;
    final CoreCursor cursor;
    final List<JournalRecord> journal = new ArrayList<>();
    RegistrySnapshot registry;

    WatchedCity(StoreOptions options, int outlets) {
        this(options, outlets, MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED);
    }

    WatchedCity(StoreOptions options, int outlets, MinuteEvidence evidence) {
        this.store = RecordStore.open(options);
        RegisteredFacts facts = facts(outlets, evidence);
        store.write(handle -> {
            RegistryRecords.save(handle, facts);
            return facts;
        });
        this.registry = RegistrySnapshot.of(store.read(RegistryRecords::load), List.of());
        this.view = new SqlRecordsView(store, () -> registry.registry());
        this.desk = new SqlAlarmDesk(store, rules.parameters(), signal);
        this.cursor = new CoreCursor(store, () -> registry, rules, signal, JudgementOptions.defaults());
    }

    static RegisteredFacts facts(int outlets) {
        return facts(outlets, MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED);
    }

    private static RegisteredFacts facts(int outlets, MinuteEvidence evidence) {
        Effective since = Effective.since(FROM);
        List<Outlet> rows = new ArrayList<>();
        List<Station> stations = new ArrayList<>();
        List<StationSettings> settings = new ArrayList<>();
        List<AssessedFactor> assessed = new ArrayList<>();
        List<Limit> permits = new ArrayList<>();
        List<CemsDuty> duties = new ArrayList<>();
        for (int i = 1; i <= outlets; i++) {
            OutletId outlet = new OutletId("DA" + i);
            Mn mn = new Mn("M" + i);
            rows.add(new Outlet(
                    outlet,
                    new EnterpriseId("E1"),
                    i + "号锅炉",
                    new IndustryCode("D4412"),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    evidence,
                    since));
            stations.add(new Station(mn, outlet, since));
            settings.add(new StationSettings(StationProfile.strict(mn, "123456"), since));
            assessed.add(new AssessedFactor(outlet, SO2, since));
            assessed.add(new AssessedFactor(outlet, FactorCode.OXYGEN, since));
            permits.add(new Limit(
                    new LimitId("P" + i),
                    new LimitScope.OfOutlet(outlet),
                    SO2,
                    Concentration.of("35"),
                    Optional.of(OxygenContent.of("6")),
                    Averaging.HOUR,
                    LimitSource.PERMIT,
                    "91371500示例001P",
                    "",
                    since,
                    Verification.VERIFIED));
            duties.add(new CemsDuty(outlet, CemsDuty.Basis.CITY_LIST, "示例名录", Verification.VERIFIED, since));
        }
        return new RegisteredFacts(
                new RegistryRows(
                        List.of(new Region(
                                new RegionCode("371502"),
                                "东昌府区",
                                "Dongchangfu",
                                Optional.empty(),
                                since,
                                Verification.VERIFIED)),
                        List.of(new Enterprise(new EnterpriseId("E1"), "示例热电厂", new RegionCode("371502"), since)),
                        rows,
                        stations,
                        duties,
                        List.of()),
                assessed,
                settings,
                permits);
    }

    static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    WatchedCity begin(String local) {
        cursor.begin(instant(local));
        return this;
    }

    /** An hour frame of SO2 and oxygen with equal measured and converted means (oxygen as the permit refers to: 6 %). */
    static String hour(String start, String so2, String flag) {
        return "CN=2061;CP=&&DataTime=" + wire(start) + ";a21026-Avg=" + so2 + ",a21026-ZsAvg=" + so2 + ",a21026-Flag="
                + flag + ";a19001-Avg=6.0,a19001-Flag=N&&";
    }

    static String wire(String local) {
        return LocalDateTime.parse(local).format(WIRE);
    }

    /** Something arrives and is applied at once. */
    CoreCursor.Progress arrives(String local, String mn, String command) {
        JournalRecord record = record(local, mn, frame(mn, command));
        return cursor.apply(List.of(record));
    }

    JournalRecord record(String local, String mn, byte[] bytes) {
        long sequence = journal.size() + 1L;
        JournalRecord record = new JournalRecord(
                sequence,
                new Arrival(
                        instant(local),
                        "hj212",
                        "127.0.0.1:5000",
                        Optional.of(new Mn(mn)),
                        Arrival.Disposition.ACCEPTED,
                        "crc=HJ212",
                        bytes),
                String.format("%064x", sequence * 0x9E3779B9L));
        journal.add(record);
        return record;
    }

    CoreCursor.Progress tick(String local) {
        return cursor.fire(instant(local), () -> journal.size());
    }

    /** A frame of literal text, with its length and checksum reckoned here and not by the codec. */
    static byte[] frame(String mn, String command) {
        String segment = "QN=20261124000000000;ST=31;PW=123456;MN=" + mn + ";Flag=5;" + command;
        byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
        int crc = 0xFFFF;
        for (byte b : bytes) {
            crc = (crc >> 8) ^ (b & 0xFF);
            for (int i = 0; i < 8; i++) {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xA001 : crc >> 1;
            }
        }
        return String.format("##%04d%s%04X\r\n", bytes.length, segment, crc).getBytes(StandardCharsets.UTF_8);
    }

    static FactorHour so2(String outlet, String hourStart) {
        return new FactorHour(new OutletId(outlet), SO2, instant(hourStart));
    }

    /** All versions of the verdict on SO2 of an hour. */
    List<VerdictRow> verdicts(String outlet, String hourStart) {
        return view.hour(so2(outlet, hourStart)).verdicts();
    }

    VerdictRow verdict(String outlet, String hourStart) {
        List<VerdictRow> versions = verdicts(outlet, hourStart);
        return versions.get(versions.size() - 1);
    }

    List<AlarmRow> alarms(AlarmType type) {
        return view.alarms(AlarmQuery.all().withType(type).withLimit(500)).rows();
    }

    /** Alarms of missing SO2 data. */
    List<AlarmRow> missingSo2() {
        return alarms(AlarmType.DATA_MISSING).stream()
                .filter(row -> row.alarm().key().factor().equals(SO2))
                .toList();
    }

    /** Every row of every table that the journal decides, in a fixed order. */
    List<String> dump() {
        List<String> lines = new ArrayList<>();
        for (String query : List.of(
                "hour_report ORDER BY outlet, hour_start, factor, version",
                "hour_verdict ORDER BY outlet, hour_start, factor, version",
                "minute_tally ORDER BY outlet, hour_start, factor",
                "emission_hour ORDER BY outlet, hour_start, factor, version",
                "missing_hour ORDER BY outlet, hour_start, factor",
                "alarm ORDER BY id",
                "alarm_event ORDER BY number",
                "notify_decision ORDER BY event_number",
                "deadline ORDER BY id",
                "candidate_case ORDER BY id",
                "case_hour ORDER BY case_id, hour_start",
                "case_event ORDER BY number",
                "latest_readings ORDER BY outlet",
                "parked ORDER BY subject",
                "not_understood ORDER BY station, item, reason",
                "cursor_place ORDER BY name")) {
            lines.add("== " + query);
            store
                    .read(handle -> handle.createQuery("SELECT * FROM " + query)
                            .mapToMap()
                            .list())
                    .stream()
                    .map(row -> new java.util.TreeMap<>(row).toString())
                    .forEach(lines::add);
        }
        return lines;
    }

    @Override
    public void close() {
        store.close();
    }
}
