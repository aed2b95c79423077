package io.stackwatch.gateway.judgement;

import static io.stackwatch.gateway.judgement.WatchedCity.instant;
import static io.stackwatch.gateway.judgement.WatchedCity.so2;
import static io.stackwatch.gateway.judgement.WatchedCity.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.alarm.AlarmEvent;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.emission.HourEmission;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.emission.EmissionFile;
import io.stackwatch.gateway.emission.EmissionPeriod;
import io.stackwatch.gateway.emission.EmissionPeriod.Split;
import io.stackwatch.gateway.emission.EmissionRules;
import io.stackwatch.gateway.emission.EmissionScope;
import io.stackwatch.gateway.emission.StoredEmissions;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.AlarmRow;
import io.stackwatch.gateway.records.EmissionHourRecords;
import io.stackwatch.gateway.records.EmissionHourRow;
import io.stackwatch.gateway.records.NumberedEvent;
import io.stackwatch.gateway.records.StoreOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the bytes of frames to the mass of hours and to ZS_DEV, on a timeline; the same on every database. */
abstract class MassContract {

    private WatchedCity city;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        city = new WatchedCity(fresh(), 2).begin("2026-11-24T07:10:00");
    }

    @AfterEach
    void close() {
        city.close();
    }

    /** SO2 measured and converted, oxygen 6 %, and a flow in m3/s. */
    private static String hour(String start, String so2, String zs, String flow, String flowFlag) {
        return "CN=2061;CP=&&DataTime=" + wire(start) + ";a21026-Avg=" + so2 + ",a21026-ZsAvg=" + zs
                + ",a21026-Flag=N;a19001-Avg=6.0,a19001-Flag=N;a00000-Avg=" + flow + ",a00000-Flag=" + flowFlag + "&&";
    }

    private List<EmissionHourRow> masses(String start) {
        return city.store.read(handle -> EmissionHourRecords.history(handle, so2("DA1", start)));
    }

    private static String shown(EmissionHourRow row) {
        return row.version() + " "
                + row.emission()
                        .match(
                                measured -> measured.kept().toString(),
                                substituted -> "substituted",
                                absent -> absent.why() + " " + absent.detail());
    }

    private List<String> shownMasses(String start) {
        return masses(start).stream().map(MassContract::shown).toList();
    }

    // 28 mg/m3 x 178.66 m3/s x 3600 s x 1e-6 = 18.008928 kg
    @Test
    void anHourFrameHasItsMassWithTheFrameAsItsEvidence() {
        city.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T08:00:00", "28", "28", "178.66", "N"));
        assertEquals(List.of("1 18.008928 kg"), shownMasses("2026-11-24T08:00:00"));
        EmissionHourRow row = masses("2026-11-24T08:00:00").get(0);
        assertEquals(List.of(city.journal.get(0).evidence()), row.evidence());
        assertEquals(instant("2026-11-24T09:00:20"), row.knownAt());
    }

    @Test
    void aRevisedConcentrationOrFlowIsANewVersionAndTheSameAgainIsNone() {
        String frame = hour("2026-11-24T08:00:00", "28", "28", "178.66", "N");
        city.arrives("2026-11-24T09:00:20", "M1", frame);
        city.arrives("2026-11-24T09:05:20", "M1", frame);
        city.arrives("2026-11-24T09:10:20", "M1", hour("2026-11-24T08:00:00", "28", "28", "178.66", "D"));
        city.arrives("2026-11-24T09:15:20", "M1", hour("2026-11-24T08:00:00", "14", "14", "178.66", "N"));
        assertEquals(
                List.of("1 18.008928 kg", "2 FLOW_INVALID a00000 FLAGGED D", "3 9.004464 kg"),
                shownMasses("2026-11-24T08:00:00"));
    }

    @Test
    void aFlowThatComesInAFrameOfItsOwnMakesTheMassAnew() {
        city.arrives(
                "2026-11-24T09:00:20",
                "M1",
                "CN=2061;CP=&&DataTime=" + wire("2026-11-24T08:00:00") + ";a21026-Avg=28,a21026-Flag=N&&");
        city.arrives(
                "2026-11-24T09:00:40",
                "M1",
                "CN=2061;CP=&&DataTime=" + wire("2026-11-24T08:00:00") + ";a00000-Avg=178.66,a00000-Flag=N&&");
        assertEquals(List.of("1 FLOW_MISSING a00000", "2 18.008928 kg"), shownMasses("2026-11-24T08:00:00"));
        assertEquals(
                List.of(city.journal.get(0).evidence(), city.journal.get(1).evidence()),
                masses("2026-11-24T08:00:00").get(1).evidence());
    }

    @Test
    void minutesThatTakeAnHoursValidityTakeItsMass() {
        city.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T08:00:00", "28", "28", "178.66", "N"));
        for (int minute = 10; minute < 26; minute++) {
            city.arrives(
                    "2026-11-24T09:" + minute + ":58",
                    "M1",
                    "CN=2051;CP=&&DataTime=" + wire("2026-11-24T08:" + minute + ":00")
                            + ";a21026-Avg=99,a21026-Flag=D&&");
        }
        assertEquals(
                List.of("1 18.008928 kg", "2 CONCENTRATION_INVALID TOO_FEW_VALID_MINUTES 16 minutes known invalid"),
                shownMasses("2026-11-24T08:00:00"));
    }

    @Test
    void aReplayInPiecesOfAnySizeGivesTheSameRows() {
        for (int i = 8; i < 14; i++) {
            String start = "2026-11-24T%02d:00:00".formatted(i);
            String flag = i == 10 ? "D" : "N";
            city.arrives("2026-11-24T%02d:00:20".formatted(i + 1), "M1", hour(start, "2" + i, "2" + i, "178.66", flag));
        }
        city.arrives("2026-11-24T15:10:20", "M1", hour("2026-11-24T09:00:00", "30", "34", "170", "N"));
        List<Map<String, Object>> lived = rows(city);
        assertEquals(7, lived.size());
        for (int size : List.of(1, 2, 7)) {
            try (WatchedCity again = new WatchedCity(fresh(), 2).begin("2026-11-24T07:10:00")) {
                List<JournalRecord> journal = new ArrayList<>(city.journal);
                for (int at = 0; at < journal.size(); at += size) {
                    again.cursor.apply(journal.subList(at, Math.min(journal.size(), at + size)));
                }
                assertEquals(lived, rows(again), "in pieces of " + size);
            }
        }
    }

    private static List<Map<String, Object>> rows(WatchedCity of) {
        return of.store.read(
                handle -> handle.createQuery("SELECT * FROM emission_hour ORDER BY outlet, hour_start, factor, version")
                        .mapToMap()
                        .list());
    }

    // oxygen is as the permit refers to, so our own conversion is the measured mean
    @Test
    void aConversionThatIsNotOursIsAnAlarmWithBothNumbersUntilTheNextThatIs() {
        city.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T08:00:00", "28", "28.5", "178.66", "N"));
        assertEquals(List.of(), city.alarms(AlarmType.CONVERSION_DEVIATES), "within two percent");
        city.arrives("2026-11-24T10:00:20", "M1", hour("2026-11-24T09:00:00", "28", "25", "178.66", "N"));
        city.arrives("2026-11-24T11:00:20", "M1", hour("2026-11-24T10:00:00", "28", "24", "178.66", "N"));
        List<AlarmRow> alarms = city.alarms(AlarmType.CONVERSION_DEVIATES);
        assertEquals(1, alarms.size());
        assertEquals(
                List.of("sent 25, own 28, tolerance 0.02", "sent 24, own 28, tolerance 0.02"),
                city.view.alarm(alarms.get(0).alarm().id()).orElseThrow().history().stream()
                        .map(NumberedEvent::event)
                        .map(AlarmEvent::note)
                        .toList());
        city.arrives("2026-11-24T12:00:20", "M1", hour("2026-11-24T11:00:00", "28", "28", "178.66", "N"));
        assertEquals(
                List.of(false),
                city.alarms(AlarmType.CONVERSION_DEVIATES).stream()
                        .map(row -> row.alarm().active())
                        .toList());
    }

    @Test
    void aTotalOfADayIsWhatItsHoursComeToAndALostHourIsSubstituted() {
        for (int i = 8; i < 18; i++) {
            if (i != 12) {
                city.arrives(
                        "2026-11-24T%02d:00:20".formatted(i + 1),
                        "M1",
                        hour("2026-11-24T%02d:00:00".formatted(i), "1" + i % 10, "1" + i % 10, "100", "N"));
            }
        }
        city.tick("2026-11-24T19:10:00");
        StoredEmissions desk = new StoredEmissions(
                city.store, () -> city.registry, EmissionRules.load(city.rules.parameters()), CoreCursor.NAME);
        EmissionFile file = desk.totals(
                        new EmissionScope(EmissionScope.Kind.ENTERPRISE, "E1"),
                        EmissionPeriod.parse("2026-11-24"),
                        Split.NONE)
                .orElseThrow();
        EmissionFile.Line line = file.sums().get(0).lines().get(0);
        // 18, 19, 10, 11, 13 ... 17 mg/m3 x 100 m3/s: 0.36 x (18 + 19 + 10 + 11 + 13 + 14 + 15 + 16 + 17) kg
        assertEquals(new OutletId("DA1"), line.outlet());
        assertEquals("0.047880000", line.total().measured().tonnes().toPlainString());
        assertEquals(9, line.total().measuredHours());
        assertEquals(
                HourEmission.Reason.NOT_RECEIVED,
                line.total().absent().keySet().iterator().next());
        assertEquals(
                0, line.total().substitutedHours(), "hours since the first of the quarter are lost: below 75 percent");
    }
}
