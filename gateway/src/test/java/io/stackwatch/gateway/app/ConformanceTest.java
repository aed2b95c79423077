package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.keys.KeyStore;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistryImport;
import io.stackwatch.simulator.conform.CaseLibrary;
import io.stackwatch.simulator.conform.CaseResult;
import io.stackwatch.simulator.conform.ConformanceCase;
import io.stackwatch.simulator.conform.HttpOrders;
import io.stackwatch.simulator.conform.KitEdition;
import io.stackwatch.simulator.conform.KitOptions;
import io.stackwatch.simulator.conform.KitRun;
import io.stackwatch.simulator.conform.KitStations;
import io.stackwatch.simulator.conform.Lines;
import io.stackwatch.simulator.conform.Need;
import io.stackwatch.simulator.conform.Side;
import io.stackwatch.simulator.conform.Station;
import io.stackwatch.simulator.conform.StationSheets;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every case of the conformance kit for a platform, against whole gateways with the kit's stations registered: one for the
 * plain editions, one whose stations encrypt, and one whose stations write ciphertext as a list.
 */
final class ConformanceTest {

    private static final Set<Need> HAS =
            EnumSet.of(Need.STRICT_CRC, Need.PASSWORD_REJECT, Need.ORDERS, Need.ACTIVATION, Need.OLD_KEY);

    /** The machine that builds may be busy; no case is about how fast an answer is. */
    private static final KitOptions PATIENT =
            KitOptions.defaults().withWithin(Duration.ofSeconds(20)).withParallel(16);

    private static final List<CaseResult> RESULTS = new ArrayList<>();
    private static final List<CaseResult> OF_THE_LIST = new ArrayList<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void playEveryCase() throws Exception {
        Set<KitEdition> plain = EnumSet.of(KitEdition.OF_2005, KitEdition.OF_2017, KitEdition.OF_2025);
        RESULTS.addAll(played("plain", plain, "RAW", HAS));
        RESULTS.addAll(played("raw", EnumSet.of(KitEdition.OF_2025_SM4), "RAW", HAS));
        played("list", EnumSet.of(KitEdition.OF_2025_SM4), "PRINTED", EnumSet.of(Need.PRINTED_CIPHER)).stream()
                .filter(result -> result.played().needs().contains(Need.PRINTED_CIPHER))
                .forEach(OF_THE_LIST::add);
    }

    @TestFactory
    Stream<DynamicTest> everyCaseIsGreen() {
        return Stream.concat(RESULTS.stream(), OF_THE_LIST.stream())
                .filter(result -> result.mark() != CaseResult.Mark.NOT_RUN)
                .map(result -> DynamicTest.dynamicTest(
                        result.played().name(),
                        () -> assertEquals(CaseResult.Mark.PASSED, result.mark(), () -> explained(result))));
    }

    /** An officer enters keys: the gateway issues none when a logger asks. */
    @Test
    void onlyTheIssueOfAKeyIsNotPlayed() {
        List<String> open = RESULTS.stream()
                .filter(result -> result.mark() == CaseResult.Mark.NOT_RUN)
                .map(result -> result.played().name())
                .toList();

        assertEquals(List.of("2025-sm4/key-request-is-served", "2025-sm4/printed-form-of-ciphertext"), open);
        assertEquals(
                List.of("2025-sm4/printed-form-of-ciphertext"),
                OF_THE_LIST.stream().map(result -> result.played().name()).toList());
    }

    private static List<CaseResult> played(String city, Set<KitEdition> editions, String form, Set<Need> has)
            throws Exception {
        List<ConformanceCase> cases = new ArrayList<>();
        for (KitEdition edition : editions) {
            cases.addAll(CaseLibrary.of(Side.SERVER, edition));
        }
        List<Station> stations = KitStations.of(editions);
        Config config = SmallCity.config(folder.resolve(city));
        register(config, stations, folder.resolve(city + "-sheets"), form);
        try (Gateway gateway = Gateway.start(config, Clock.systemUTC(), 1)) {
            Lines lines = Lines.to("127.0.0.1", gateway.loggerPort());
            HttpOrders orders = new HttpOrders(URI.create("http://127.0.0.1:" + gateway.webPort()));
            return new KitRun(PATIENT, stations, has, lines, orders, Clock.systemUTC()).play(cases, result -> {});
        }
    }

    /** As an officer does it: sheets are imported, keys are entered one by one, the old one first. */
    private static void register(Config config, List<Station> stations, Path sheets, String form) throws Exception {
        StationSheets.write(sheets, stations);
        Path rows = sheets.resolve("stations.csv");
        Files.writeString(rows, Files.readString(rows).replace(",RAW", "," + form));
        DataFolder data = DataFolder.of(config);
        try (RecordStore store = RecordStore.open(data.records(config))) {
            assertEquals(
                    List.of(),
                    new RegistryImport(store, StandardLimits.load())
                            .takeOver(sheets)
                            .errors());
            KeyStore keys = KeyStore.open(store, data.masterKey(config), config.get(Settings.KEYS_OVERLAP));
            for (Station each : stations) {
                for (Optional<String> key : List.of(each.oldKey(), each.key())) {
                    if (key.isPresent()) {
                        Act act = new Act(Clock.systemUTC().instant(), "conformance kit", "a key of the kit");
                        keys.enter(new Mn(each.mn()), StationKey.of(key.get()), act);
                    }
                }
            }
        }
    }

    private static String explained(CaseResult result) {
        return result.played().rule().english() + "\n" + result.verdict() + "\n"
                + String.join("\n", result.transcript());
    }
}
