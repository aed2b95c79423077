package io.stackwatch.gateway.app;

import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.ConfigRefused;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.records.PersonRecords;
import io.stackwatch.gateway.records.PersonRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.ImportReport;
import io.stackwatch.gateway.registry.RegistryImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registered stations for a gateway in a folder, and their frames. Every station has an outlet of its own that may emit 35
 * mg/m3 SO2 at 6 % oxygen, the password 123456, and the checksum of HJ 212.
 */
final class SmallCity {

    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final String FROM = "2020-01-01";

    private SmallCity() {}

    /** What the loggers' clocks show when a test begins. */
    static final LocalDateTime MORNING = LocalDateTime.parse("2026-11-24T09:10:00");

    /** A clock that begins to run in the morning. */
    static Clock clock() {
        Instant morning = MORNING.atZone(ZoneId.of("Asia/Shanghai")).toInstant();
        return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), morning));
    }

    /** Settings for a gateway in a folder, on free ports of the loopback address. */
    static Config config(Path folder) throws ConfigRefused {
        return Config.read("test", "", Map.of())
                .with(Settings.DATA_DIR, folder.toString())
                .with(Settings.HJ212_HOST, "127.0.0.1")
                .with(Settings.HJ212_PORT, "0")
                .with(Settings.HTTP_PORT, "0")
                .with(Settings.JOURNAL_RESERVE_MIB, "16");
    }

    /** The MN of a station of the city, counted from 1. */
    static String mn(int station) {
        return String.format("SMALL%019d", station);
    }

    /** The first MNs of the city. */
    static List<String> mns(int stations) {
        List<String> mns = new ArrayList<>();
        for (int i = 1; i <= stations; i++) {
            mns.add(mn(i));
        }
        return mns;
    }

    /** The outlet of a station. */
    static String outlet(String mn) {
        return "O-" + mn;
    }

    /** Registers stations; to be done before the gateway starts. */
    static void register(Config config, List<String> mns) throws IOException {
        Path sheets = Files.createTempDirectory("sheets");
        List<String> outlets = lines("id,enterprise,name,industry,stack_height_m,control_zone,factors,from");
        List<String> stations = lines("mn,outlet,edition,crc,password,from");
        List<String> permits = lines("id,outlet,factor,limit_mg_m3,reference_o2_pct,instrument,from,mark");
        List<String> duties = lines("outlet,basis,document,from,mark");
        for (String mn : mns) {
            String outlet = outlet(mn);
            outlets.add(outlet + ",E1,锅炉,D4412,80,,a21026 a19001," + FROM);
            stations.add(mn + "," + outlet + ",2017,HJ212,123456," + FROM);
            permits.add("P-" + mn + "," + outlet + ",a21026,35,6,made up for the test," + FROM + ",UNVERIFIED");
            duties.add(outlet + ",CITY_LIST,made up for the test," + FROM + ",UNVERIFIED");
        }
        Files.write(sheets.resolve("enterprises.csv"), List.of("id,name,region,from", "E1,示例热电厂,371502," + FROM));
        Files.write(sheets.resolve("outlets.csv"), outlets);
        Files.write(sheets.resolve("stations.csv"), stations);
        Files.write(sheets.resolve("permits.csv"), permits);
        Files.write(sheets.resolve("duties.csv"), duties);
        try (RecordStore store = RecordStore.open(DataFolder.of(config).records(config))) {
            ImportReport report = new RegistryImport(store, StandardLimits.load()).takeOver(sheets);
            if (!report.errors().isEmpty()) {
                throw new IllegalStateException("the sheets are wrong: " + report.errors());
            }
        }
    }

    /** Registers an officer of the city; to be done before the gateway starts. */
    static void person(Config config, String id, String name) throws IOException {
        try (RecordStore store = RecordStore.open(DataFolder.of(config).records(config))) {
            store.write(handle -> {
                PersonRecords.save(
                        handle,
                        new PersonRow(
                                new PersonId(id),
                                Role.OFFICER,
                                name,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("15-0001"),
                                Effective.since(Instant.parse("2020-01-01T00:00:00Z"))));
                return id;
            });
        }
    }

    /** The segment of a realtime frame that asks for an answer; frames with different QNs are different frames. */
    static String realtime(String mn, LocalDateTime at, String so2) {
        return "QN=" + at.format(WIRE) + "000;ST=31;CN=2011;PW=123456;MN=" + mn + ";Flag=5;CP=&&DataTime="
                + at.format(WIRE) + ";a21026-Rtd=" + so2 + ",a21026-Flag=N;a19001-Rtd=6.0,a19001-Flag=N&&";
    }

    /** An hour frame with this mean of SO2, measured at the oxygen that the permit refers to. */
    static byte[] hour(String mn, LocalDateTime start, String so2) {
        String segment = "QN=" + start.plusHours(1).format(WIRE) + "000;ST=31;CN=2061;PW=123456;MN=" + mn
                + ";Flag=5;CP=&&DataTime=" + start.format(WIRE) + ";a21026-Avg=" + so2 + ",a21026-ZsAvg=" + so2
                + ",a21026-Flag=N;a19001-Avg=6.0,a19001-Flag=N&&";
        return FrameEncoder.encode(segment);
    }

    private static List<String> lines(String header) {
        return new ArrayList<>(List.of(header));
    }
}
