package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.connectors.hj212.server.Hj212Server;
import io.stackwatch.connectors.hj212.server.ServerOptions;
import io.stackwatch.connectors.hj212.session.StationBook;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.simulator.conform.CaseLibrary;
import io.stackwatch.simulator.conform.CaseResult;
import io.stackwatch.simulator.conform.ConformanceCase;
import io.stackwatch.simulator.conform.KitEdition;
import io.stackwatch.simulator.conform.KitOptions;
import io.stackwatch.simulator.conform.KitRun;
import io.stackwatch.simulator.conform.KitStations;
import io.stackwatch.simulator.conform.Lines;
import io.stackwatch.simulator.conform.Need;
import io.stackwatch.simulator.conform.Side;
import io.stackwatch.simulator.conform.Station;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The conformance kit's cases with SM4 against the server, whose stations have keys in either form of ciphertext. */
final class EncryptedConformanceTest {

    private static final Set<KitEdition> EDITION = EnumSet.of(KitEdition.OF_2025_SM4);
    private static final KitOptions PATIENT =
            KitOptions.defaults().withWithin(Duration.ofSeconds(20)).withParallel(16);

    private static final List<CaseResult> RAW = new ArrayList<>();
    private static final List<CaseResult> PRINTED = new ArrayList<>();

    private static Vertx vertx;

    @BeforeAll
    static void playEveryCase() throws Exception {
        vertx = Vertx.vertx();
        List<ConformanceCase> cases = CaseLibrary.of(Side.SERVER, KitEdition.OF_2025_SM4);
        RAW.addAll(played(cases, Encryption.Form.RAW, EnumSet.of(Need.STRICT_CRC, Need.OLD_KEY)));
        List<ConformanceCase> ofTheList = cases.stream()
                .filter(each -> each.needs().contains(Need.PRINTED_CIPHER))
                .toList();
        PRINTED.addAll(played(ofTheList, Encryption.Form.PRINTED, EnumSet.of(Need.PRINTED_CIPHER)));
    }

    @AfterAll
    static void stopLoops() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @TestFactory
    Stream<DynamicTest> everyCaseThatWasPlayedIsGreen() {
        return Stream.concat(RAW.stream(), PRINTED.stream())
                .filter(result -> result.mark() != CaseResult.Mark.NOT_RUN)
                .map(result -> DynamicTest.dynamicTest(
                        result.played().name(),
                        () -> assertEquals(CaseResult.Mark.PASSED, result.mark(), () -> explained(result))));
    }

    /** Keys are not issued by the server itself, and a station has one form of ciphertext. */
    @Test
    void onlyTheFormOfTheListAndTheIssueOfKeysAreNotPlayedWithRawCiphertext() {
        assertEquals(
                List.of("2025-sm4/key-request-is-served", "2025-sm4/printed-form-of-ciphertext"),
                RAW.stream()
                        .filter(result -> result.mark() == CaseResult.Mark.NOT_RUN)
                        .map(result -> result.played().name())
                        .toList());
        assertEquals(1, PRINTED.size());
    }

    private static List<CaseResult> played(List<ConformanceCase> cases, Encryption.Form form, Set<Need> has)
            throws Exception {
        List<Station> stations = KitStations.of(EDITION);
        Hj212Server server = Hj212Server.start(
                        vertx,
                        ServerOptions.defaults().withHost("127.0.0.1").withPort(0),
                        book(stations, form),
                        (arrival, outcome) -> outcome.durable(),
                        Clock.systemUTC())
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        try {
            return new KitRun(
                            PATIENT,
                            stations,
                            has,
                            Lines.to("127.0.0.1", server.port()),
                            (mn, command, content) -> Optional.of("nobody orders"),
                            Clock.systemUTC())
                    .play(cases, result -> {});
        } finally {
            server.stop().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private static StationBook book(List<Station> stations, Encryption.Form form) {
        Map<Mn, StationProfile> profiles = new HashMap<>();
        for (Station each : stations) {
            List<StationKey> keys = Stream.of(each.key(), each.oldKey())
                    .flatMap(Optional::stream)
                    .map(StationKey::of)
                    .toList();
            Mn mn = new Mn(each.mn());
            profiles.put(
                    mn,
                    StationProfile.strict(mn, each.password())
                            .withEncryption(new Encryption(form, Encryption.Plaintext.WARN, keys)));
        }
        return mn -> Optional.ofNullable(profiles.get(mn));
    }

    private static String explained(CaseResult result) {
        return result.played().rule().english() + "\n" + result.verdict() + "\n"
                + String.join("\n", result.transcript());
    }
}
