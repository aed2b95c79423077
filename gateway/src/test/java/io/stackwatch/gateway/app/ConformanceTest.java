package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.gateway.config.Config;
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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every case of the conformance kit for a platform, against a whole gateway with the kit's stations registered. */
final class ConformanceTest {

    private static final Set<KitEdition> EDITIONS =
            EnumSet.of(KitEdition.OF_2005, KitEdition.OF_2017, KitEdition.OF_2025);

    private static final Set<Need> HAS =
            EnumSet.of(Need.STRICT_CRC, Need.PASSWORD_REJECT, Need.ORDERS, Need.ACTIVATION);

    /** The machine that builds may be busy; no case is about how fast an answer is. */
    private static final KitOptions PATIENT =
            KitOptions.defaults().withWithin(Duration.ofSeconds(20)).withParallel(16);

    @TempDir
    private static Path folder;

    private static final List<CaseResult> RESULTS = new ArrayList<>();

    @BeforeAll
    static void playEveryCase() throws Exception {
        List<ConformanceCase> cases = new ArrayList<>();
        for (KitEdition edition : EDITIONS) {
            cases.addAll(CaseLibrary.of(Side.SERVER, edition));
        }
        List<Station> stations = KitStations.of(EDITIONS);
        Config config = SmallCity.config(folder.resolve("data"));
        register(config, stations);
        try (Gateway gateway = Gateway.start(config, Clock.systemUTC(), 1)) {
            Lines lines = Lines.to("127.0.0.1", gateway.loggerPort());
            HttpOrders orders = new HttpOrders(URI.create("http://127.0.0.1:" + gateway.webPort()));
            RESULTS.addAll(
                    new KitRun(PATIENT, stations, HAS, lines, orders, Clock.systemUTC()).play(cases, result -> {}));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCaseIsGreen() {
        return RESULTS.stream()
                .map(result -> DynamicTest.dynamicTest(
                        result.played().name(),
                        () -> assertEquals(CaseResult.Mark.PASSED, result.mark(), () -> explained(result))));
    }

    @Test
    void everyCaseOfThePlainEditionsWasPlayed() {
        assertEquals(
                List.of(),
                RESULTS.stream()
                        .filter(result -> result.mark() == CaseResult.Mark.NOT_RUN)
                        .map(result -> result.played().name())
                        .toList());
    }

    private static void register(Config config, List<Station> stations) throws Exception {
        Path sheets = folder.resolve("sheets");
        StationSheets.write(sheets, stations);
        try (RecordStore store = RecordStore.open(DataFolder.of(config).records(config))) {
            assertEquals(
                    List.of(),
                    new RegistryImport(store, StandardLimits.load())
                            .takeOver(sheets)
                            .errors());
        }
    }

    private static String explained(CaseResult result) {
        return result.played().rule().english() + "\n" + result.verdict() + "\n"
                + String.join("\n", result.transcript());
    }
}
