package io.stackwatch.gateway.judgement;

import static io.stackwatch.gateway.judgement.WatchedCity.SO2;
import static io.stackwatch.gateway.judgement.WatchedCity.frame;
import static io.stackwatch.gateway.judgement.WatchedCity.hour;
import static io.stackwatch.gateway.judgement.WatchedCity.instant;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.BatchCodec;
import io.stackwatch.connectors.opcua.batch.NodeValue;
import io.stackwatch.connectors.opcua.batch.Value;
import io.stackwatch.connectors.opcua.mapping.NodeRow;
import io.stackwatch.connectors.opcua.mapping.StatusProfiles;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.exceedance.Outcome;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.LatestReading;
import io.stackwatch.gateway.records.LatestReadings;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.PlantRows;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.RegisteredSource;
import io.stackwatch.gateway.records.SourceLogin;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source B01 gives values for DA1, which has the logger M1, and for DA2, which has none. */
final class MadeFramesTest {

    @TempDir
    Path folder;

    private WatchedCity city;

    @BeforeEach
    void open() {
        city = new WatchedCity(MigratedFile.sqlite(folder.resolve("records.db")), 2).begin("2026-11-24T07:10:00");
        RegisteredFacts all = WatchedCity.facts(2);
        Effective since = Effective.since(instant("2026-01-01T00:00:00"));
        RegisteredSource source = new RegisteredSource(
                new Mn("B01"),
                "opc.tcp://127.0.0.1:4840/plant",
                Security.none(),
                SourceLogin.ANONYMOUS,
                Rhythm.defaults(),
                true,
                since);
        List<NodeRow> nodes = new ArrayList<>();
        for (String outlet : List.of("DA1", "DA2")) {
            nodes.add(node(outlet, "SO2", SO2, "mg/m3", since));
            nodes.add(node(outlet, "O2", FactorCode.OXYGEN, "%", since));
        }
        city.registry = RegistrySnapshot.of(
                new RegisteredFacts(
                        all.rows().withStations(all.rows().stations().subList(0, 1)),
                        all.assessed(),
                        all.settings().subList(0, 1),
                        all.permits(),
                        new PlantRows(List.of(source), nodes, List.of(), List.of())),
                List.of());
    }

    @AfterEach
    void close() {
        city.close();
    }

    private static NodeRow node(String outlet, String name, FactorCode factor, String unit, Effective since) {
        return new NodeRow(
                new Mn("B01"),
                "ns=2;s=" + outlet + "/" + name,
                new OutletId(outlet),
                factor,
                new Unit(unit),
                NodeRow.Scaling.NONE,
                StatusProfiles.DEFAULT,
                new NodeRow.Watch(BigDecimal.ZERO, Optional.empty(), Duration.ofSeconds(30)),
                since,
                2);
    }

    private void made(String local, String outlet, String command) {
        String station = "OPC.B01." + outlet;
        arrives(local, "made", station, frame(station, command));
    }

    private void arrives(String local, String connector, String station, byte[] bytes) {
        long sequence = city.journal.size() + 1L;
        JournalRecord record = new JournalRecord(
                sequence,
                new Arrival(
                        instant(local),
                        connector,
                        "",
                        Optional.of(new Mn(station)),
                        Arrival.Disposition.ACCEPTED,
                        "crc=HJ212",
                        bytes),
                String.format("%064x", sequence * 0x9E3779B9L));
        city.journal.add(record);
        city.cursor.apply(List.of(record));
    }

    @Test
    void whereThereIsNoLoggerAMadeHourIsJudgedOnTheMadeFrame() {
        made("2026-11-24T09:00:20", "DA2", hour("2026-11-24T08:00:00", "36", "N"));
        assertEquals(Outcome.EXCEEDS, city.verdict("DA2", "2026-11-24T08:00:00").outcome());
        assertEquals(
                List.of(city.journal.get(0).evidence()),
                city.verdict("DA2", "2026-11-24T08:00:00").evidence());
        assertEquals(1, city.alarms(AlarmType.HOUR_EXCEEDANCE).size());
    }

    @Test
    void aMadeHourWithItsMarkAloneIsFlaggedAndNotMissing() {
        made(
                "2026-11-24T09:00:20",
                "DA2",
                "CN=2061;CP=&&DataTime=20261124080000;a19001-Avg=6,a19001-Flag=N;a21026-Flag=M&&");
        assertEquals(
                Optional.of("FLAGGED"),
                city.verdict("DA2", "2026-11-24T08:00:00").reason().map(Enum::name));
        city.tick("2026-11-24T10:10:00");
        assertEquals(
                Set.of("DA1"),
                Set.copyOf(city.missingSo2().stream()
                        .filter(row -> row.alarm().spans(instant("2026-11-24T08:00:00")))
                        .map(row -> row.alarm().key().outlet().orElseThrow().value())
                        .toList()));
    }

    @Test
    void madeMinutesThatCouldNotBeUsedContradictAnHourThatIsMarkedNormal() {
        for (int minute = 0; minute < 16; minute++) {
            made(
                    "2026-11-24T08:30:00",
                    "DA2",
                    String.format("CN=2051;CP=&&DataTime=2026112408%02d00;a21026-Flag=M&&", minute));
        }
        made("2026-11-24T09:00:20", "DA2", hour("2026-11-24T08:00:00", "36", "N"));
        assertEquals(
                Optional.of("TOO_FEW_VALID_MINUTES"),
                city.verdict("DA2", "2026-11-24T08:00:00").reason().map(Enum::name));
    }

    @Test
    void besideALoggerAMadeHourIsComparedAndNeverJudged() {
        city.arrives("2026-11-24T09:00:10", "M1", hour("2026-11-24T08:00:00", "30", "N"));
        made("2026-11-24T09:00:20", "DA1", hour("2026-11-24T08:00:00", "31.5", "N"));
        assertEquals(Outcome.WITHIN, city.verdict("DA1", "2026-11-24T08:00:00").outcome());
        assertEquals(1, city.verdicts("DA1", "2026-11-24T08:00:00").size());
        assertEquals(List.of(), city.alarms(AlarmType.MADE_DEVIATES), "exactly 5 percent apart");

        made("2026-11-24T10:00:10", "DA1", hour("2026-11-24T09:00:00", "60", "N"));
        assertEquals(List.of(), city.alarms(AlarmType.MADE_DEVIATES), "nothing to compare it with");
        city.arrives("2026-11-24T10:00:20", "M1", hour("2026-11-24T09:00:00", "30", "N"));
        assertEquals(List.of("a21026 active"), deviations());
        assertEquals(
                List.of(),
                city.alarms(AlarmType.HOUR_EXCEEDANCE),
                "what we made is above the limit, and is not judged");

        city.arrives("2026-11-24T11:00:10", "M1", hour("2026-11-24T10:00:00", "30", "N"));
        made("2026-11-24T11:00:20", "DA1", hour("2026-11-24T10:00:00", "30", "N"));
        assertEquals(List.of("a21026 cleared AGREES"), deviations());
    }

    @Test
    void anHourThatIsMadeAnewTakesTheDoubtBack() {
        city.arrives("2026-11-24T09:00:10", "M1", hour("2026-11-24T08:00:00", "30", "N"));
        made("2026-11-24T09:00:20", "DA1", hour("2026-11-24T08:00:00", "40", "N"));
        assertEquals(List.of("a21026 active"), deviations());
        made("2026-11-24T09:30:20", "DA1", hour("2026-11-24T08:00:00", "30.2", "N"));
        assertEquals(List.of("a21026 cleared REVISED"), deviations());
    }

    private List<String> deviations() {
        return city.alarms(AlarmType.MADE_DEVIATES).stream()
                .map(row -> row.alarm().key().factor() + " "
                        + row.alarm()
                                .clearing()
                                .map(end -> "cleared " + end.reason())
                                .orElse("active"))
                .toList();
    }

    @Test
    void liveValuesAreTheLatestFiguresOnlyWhereNoLoggerSpeaks() {
        Batch batch = new Batch.Live(
                new Mn("B01"),
                7,
                instant("2026-11-24T08:00:05"),
                List.of(value("DA1/SO2", 11.5), value("DA2/SO2", 12.25), value("DA2/nobody", 1)));
        arrives("2026-11-24T08:00:05", "opcua", "B01", BatchCodec.encode(batch));
        assertEquals(List.of(), latest("DA1"));
        assertEquals(List.of("a21026 12.25 mg/m3 1"), latest("DA2"));
        assertEquals(List.of("ns=2;s=DA2/nobody UNKNOWN_NODE"), city.store.read(handle -> handle.createQuery(
                        "SELECT item, reason FROM not_understood")
                .map((row, context) -> row.getString(1) + " " + row.getString(2))
                .list()));
    }

    private static NodeValue value(String node, double number) {
        return new NodeValue(
                "ns=2;s=" + node,
                Value.Numeric.of(number),
                0,
                Optional.of(instant("2026-11-24T08:00:04")),
                Optional.empty());
    }

    private List<String> latest(String outlet) {
        OutletId id = new OutletId(outlet);
        LatestReadings found = city.store
                .read(handle -> LatestReadings.load(handle, Set.of(id)))
                .getOrDefault(id, new LatestReadings());
        return found.all().stream().map(MadeFramesTest::shown).toList();
    }

    private static String shown(LatestReading reading) {
        return reading.factor() + " " + reading.text() + " " + reading.unit() + " " + reading.sequence();
    }
}
