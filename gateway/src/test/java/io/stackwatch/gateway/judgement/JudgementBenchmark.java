package io.stackwatch.gateway.judgement;

import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.transmission.AssessedFactor;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.RegistryRecords;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The edge of an hour in a city: every outlet's hour frame of 12 factors comes at once and is judged, in SQLite on the disk
 * of the folder given (or the temporary folder), next to a raw batch insert of as many rows in the same store.
 *
 * <p>{@code mvn -B -Pbench-judgement -pl gateway -am -DskipTests process-test-classes}, {@code -Dbench.outlets=1000}.
 */
public final class JudgementBenchmark {

    private static final List<String> FACTORS = List.of(
            "a19001", "a21026", "a21002", "a34013", "a01011", "a01012", "a01013", "a01014", "a00000", "a21005",
            "a21024", "a20057");

    private JudgementBenchmark() {}

    /** Arguments: number of outlets, folder. */
    public static void main(String[] arguments) throws Exception {
        int outlets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("judgement");
        try (WatchedCity city =
                new WatchedCity(StoreOptions.sqlite(folder.resolve("records-" + System.nanoTime() + ".db")), outlets)) {
            registerAllFactors(city);
            city.begin("2026-11-24T07:10:00");
            LocalDateTime start = LocalDateTime.parse("2026-11-24T07:00:00");
            for (int hour = 0; hour < 4; hour++) {
                List<JournalRecord> burst = burst(city, outlets, start.plusHours(hour));
                long begun = System.nanoTime();
                for (int from = 0; from < burst.size(); from += 1000) {
                    city.cursor.apply(burst.subList(from, Math.min(burst.size(), from + 1000)));
                }
                double seconds = (System.nanoTime() - begun) / 1e9;
                print(
                        "hour %d: %d outlets x 12 factors judged in %.2f s (%.0f verdicts/s), events so far %d",
                        hour, outlets, seconds, outlets * 12 / seconds, city.view.lastEvent());
            }
            yardstick(city, outlets * 24);
        }
    }

    private static void yardstick(WatchedCity city, int rows) {
        long begun = System.nanoTime();
        city.store.write(handle -> {
            handle.execute("CREATE TABLE yardstick (a TEXT, b BIGINT, c TEXT, d TEXT, PRIMARY KEY (a, b, c))");
            try (var batch = handle.prepareBatch("INSERT INTO yardstick VALUES (?, ?, ?, ?)")) {
                for (int i = 0; i < rows; i++) {
                    batch.add("DA" + i % 1000, i, "a21026", "0123456789".repeat(15));
                }
                return batch.execute().length;
            }
        });
        print("yardstick: %d plain rows in one transaction in %.2f s", rows, (System.nanoTime() - begun) / 1e9);
    }

    private static void registerAllFactors(WatchedCity city) {
        RegisteredFacts facts = city.registry.facts();
        List<AssessedFactor> assessed = new ArrayList<>();
        facts.rows()
                .outlets()
                .forEach(outlet -> FACTORS.forEach(code ->
                        assessed.add(new AssessedFactor(outlet.id(), new FactorCode(code), outlet.effective()))));
        RegisteredFacts all = new RegisteredFacts(facts.rows(), assessed, facts.settings(), facts.permits());
        city.store.write(handle -> {
            RegistryRecords.save(handle, all);
            return StationProfile.Edition.HJ212_2017;
        });
        city.registry = RegistrySnapshot.of(city.store.read(RegistryRecords::load), List.of());
    }

    /** One outlet in twenty is above its limit. */
    private static List<JournalRecord> burst(WatchedCity city, int outlets, LocalDateTime start) {
        List<JournalRecord> burst = new ArrayList<>();
        for (int i = 1; i <= outlets; i++) {
            StringBuilder command =
                    new StringBuilder("CN=2061;CP=&&DataTime=").append(WatchedCity.wire(start.toString() + ":00"));
            for (String code : FACTORS) {
                String value = code.equals("a19001") ? "6.0" : code.equals("a21026") && i % 20 == 0 ? "41.5" : "12.25";
                command.append(
                        ";%1$s-Min=1,%1$s-Avg=%2$s,%1$s-Max=99,%1$s-ZsAvg=%2$s,%1$s-Flag=N".formatted(code, value));
            }
            String at = start.plusHours(1).plusSeconds(1 + i / 50).toString();
            burst.add(city.record(
                    at, "M" + i, WatchedCity.frame("M" + i, command.append("&&").toString())));
        }
        return burst;
    }

    private static void print(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
