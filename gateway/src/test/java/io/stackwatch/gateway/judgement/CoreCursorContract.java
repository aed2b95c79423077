package io.stackwatch.gateway.judgement;

import static io.stackwatch.gateway.judgement.WatchedCity.frame;
import static io.stackwatch.gateway.judgement.WatchedCity.hour;
import static io.stackwatch.gateway.judgement.WatchedCity.instant;
import static io.stackwatch.gateway.judgement.WatchedCity.so2;
import static io.stackwatch.gateway.judgement.WatchedCity.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmEventKind;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.alarm.AlarmOrder;
import io.stackwatch.core.alarm.AlarmReason;
import io.stackwatch.core.alarm.AlarmRefusal;
import io.stackwatch.core.alarm.AlarmState;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.exceedance.Basis;
import io.stackwatch.core.exceedance.NotJudgedReason;
import io.stackwatch.core.exceedance.Outcome;
import io.stackwatch.core.notice.NotifyDecision;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.AlarmFile;
import io.stackwatch.gateway.records.AlarmQuery;
import io.stackwatch.gateway.records.AlarmRow;
import io.stackwatch.gateway.records.CaseFile;
import io.stackwatch.gateway.records.CaseRow;
import io.stackwatch.gateway.records.OutletOverview;
import io.stackwatch.gateway.records.OwnedBy;
import io.stackwatch.gateway.records.Page;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.records.VerdictRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.trail.ActsInTrail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the bytes of frames to verdicts, alarms and cases, on a timeline; the same on every database. */
abstract class CoreCursorContract {

    private static final OwnedBy DONGCHANGFU = new OwnedBy(Optional.of(new RegionCode("371502")), Optional.empty());

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

    @Test
    void onlyAnHourStrictlyAboveTheLimitIsAnAlarm() {
        city.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T08:00:00", "34.999", "N"));
        city.arrives("2026-11-24T10:00:20", "M1", hour("2026-11-24T09:00:00", "35.00", "N"));
        assertEquals(List.of(), city.alarms(AlarmType.HOUR_EXCEEDANCE));
        city.arrives("2026-11-24T11:00:20", "M1", hour("2026-11-24T10:00:00", "35.001", "N"));

        assertEquals(Outcome.WITHIN, city.verdict("DA1", "2026-11-24T08:00:00").outcome());
        assertEquals(Outcome.WITHIN, city.verdict("DA1", "2026-11-24T09:00:00").outcome());
        VerdictRow above = city.verdict("DA1", "2026-11-24T10:00:00");
        assertEquals(Outcome.EXCEEDS, above.outcome());
        assertEquals(Optional.of(Basis.LOGGER_CONVERTED), above.basis());
        assertEquals("P1", above.limitId().orElseThrow().value());
        assertEquals(instant("2026-11-24T11:00:20"), above.knownAt());
        assertEquals(List.of(city.journal.get(2).evidence()), above.evidence());

        AlarmRow row = city.alarms(AlarmType.HOUR_EXCEEDANCE).get(0);
        assertEquals(AlarmLevel.YELLOW, row.alarm().level());
        assertEquals(Optional.of("1号锅炉"), row.outletName());
        AlarmFile file = city.view.alarm(row.alarm().id()).orElseThrow();
        assertEquals(List.of(city.journal.get(2).evidence()), file.evidence(), "from the alarm back to the frame");
        assertEquals(
                Optional.of(new NotifyDecision.Yes(NotifyDecision.Occasion.NEW_ALARM)),
                file.history().get(0).decision());
    }

    @Test
    void anHourThatCannotBeJudgedHasItsReasonAndIsNoAlarm() {
        city.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T08:00:00", "99", "D"));
        assertEquals(
                Optional.of(NotJudgedReason.FLAGGED),
                city.verdict("DA1", "2026-11-24T08:00:00").reason());

        for (int minute = 10; minute < 26; minute++) {
            city.arrives(
                    "2026-11-24T09:" + minute + ":58",
                    "M1",
                    "CN=2051;CP=&&DataTime=" + wire("2026-11-24T09:" + minute + ":00")
                            + ";a21026-Avg=99,a21026-Flag=D&&");
        }
        city.arrives("2026-11-24T10:00:20", "M1", hour("2026-11-24T09:00:00", "99", "N"));
        assertEquals(
                Optional.of(NotJudgedReason.TOO_FEW_VALID_MINUTES),
                city.verdict("DA1", "2026-11-24T09:00:00").reason());
        assertEquals(List.of(), city.alarms(AlarmType.HOUR_EXCEEDANCE));
    }

    @Test
    void anHourWithoutOxygenWaitsForItAndIsJudgedAgainWhenItComes() {
        city.arrives(
                "2026-11-24T09:00:20",
                "M1",
                "CN=2061;CP=&&DataTime=" + wire("2026-11-24T08:00:00")
                        + ";a21026-Avg=99,a21026-ZsAvg=99,a21026-Flag=N&&");
        assertEquals(
                Optional.of(NotJudgedReason.OXYGEN_MISSING),
                city.verdict("DA1", "2026-11-24T08:00:00").reason());
        assertEquals(List.of(), city.alarms(AlarmType.HOUR_EXCEEDANCE));

        city.arrives(
                "2026-11-24T09:00:21",
                "M1",
                "CN=2061;CP=&&DataTime=" + wire("2026-11-24T08:00:00") + ";a19001-Avg=6.0,a19001-Flag=N&&");
        List<VerdictRow> versions = city.verdicts("DA1", "2026-11-24T08:00:00");
        assertEquals(
                List.of(Outcome.NOT_JUDGED, Outcome.EXCEEDS),
                versions.stream().map(VerdictRow::outcome).toList());
        assertEquals(
                List.of(city.journal.get(0).evidence(), city.journal.get(1).evidence()),
                versions.get(1).evidence());
        assertEquals(1, city.alarms(AlarmType.HOUR_EXCEEDANCE).size());
    }

    @Test
    void minutesThatComeBehindTheHourCanTakeItsValidityAway() {
        city.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T08:00:00", "99", "N"));
        assertEquals(1, city.alarms(AlarmType.HOUR_EXCEEDANCE).size());
        for (int minute = 10; minute < 26; minute++) {
            city.arrives(
                    "2026-11-24T09:01:" + minute,
                    "M1",
                    "CN=2051;CP=&&DataTime=" + wire("2026-11-24T08:" + minute + ":00")
                            + ";a21026-Avg=99,a21026-Flag=D&&");
        }
        List<VerdictRow> versions = city.verdicts("DA1", "2026-11-24T08:00:00");
        assertEquals(
                List.of(Outcome.EXCEEDS, Outcome.NOT_JUDGED),
                versions.stream().map(VerdictRow::outcome).toList());
        assertTrue(
                city.alarms(AlarmType.HOUR_EXCEEDANCE).get(0).alarm().active(),
                "what cannot be judged any more is not within");
    }

    @Test
    void aRevisedHourIsANewVersionAndClearsTheAlarmThatItRaised() {
        city.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T08:00:00", "70.1", "N"));
        Alarm raised = city.alarms(AlarmType.HOUR_EXCEEDANCE).get(0).alarm();
        assertEquals(AlarmLevel.RED, raised.level());
        city.arrives("2026-11-24T09:30:00", "M1", hour("2026-11-24T08:00:00", "20", "N"));

        AlarmFile file = city.view.alarm(raised.id()).orElseThrow();
        assertEquals(AlarmState.OPEN_CLEARED, file.row().alarm().state());
        assertEquals(
                AlarmReason.REVISED, file.row().alarm().clearing().orElseThrow().reason());
        assertEquals(
                Alarm.fold(file.history().stream().map(event -> event.event()).toList()),
                file.row().alarm());
        assertEquals(
                List.of("70.1", "20"),
                city.view.hour(so2("DA1", "2026-11-24T08:00:00")).reports().stream()
                        .map(version -> version.report().avg().orElseThrow().text())
                        .toList());
    }

    @Test
    void theSameHourAgainIsNoNewVersion() {
        city.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T08:00:00", "70.1", "N"));
        List<String> before = city.dump();
        city.arrives("2026-11-24T09:00:50", "M1", hour("2026-11-24T08:00:00", "70.1", "N"));
        List<String> after = city.dump();
        assertEquals(
                before.subList(0, before.size() - 1), after.subList(0, after.size() - 1), "all but the cursor's place");
    }

    @Test
    void anHourThatDoesNotComeIsNotReceivedAndAnAlarmUntilItComes() {
        city.arrives("2026-11-24T08:00:20", "M1", hour("2026-11-24T07:00:00", "20", "N"));
        city.tick("2026-11-24T10:00:04");
        assertEquals(List.of(), city.verdicts("DA1", "2026-11-24T08:00:00"), "the grace is not over");
        city.tick("2026-11-24T10:00:06");
        VerdictRow missing = city.verdict("DA1", "2026-11-24T08:00:00");
        assertEquals(Optional.of(NotJudgedReason.NOT_RECEIVED), missing.reason());
        assertEquals(List.of(), missing.evidence());
        Alarm alarm = city.missingSo2().stream()
                .map(AlarmRow::alarm)
                .filter(row -> row.key().outlet().equals(Optional.of(new OutletId("DA1"))))
                .findFirst()
                .orElseThrow();
        assertEquals(AlarmLevel.BLUE, alarm.level());

        city.arrives("2026-11-24T10:30:00", "M1", hour("2026-11-24T08:00:00", "20", "N"));
        assertEquals(Outcome.WITHIN, city.verdict("DA1", "2026-11-24T08:00:00").outcome());
        assertEquals(2, city.verdicts("DA1", "2026-11-24T08:00:00").size());
        Alarm ended = city.view.alarm(alarm.id()).orElseThrow().row().alarm();
        assertEquals(AlarmReason.DATA_RECEIVED, ended.clearing().orElseThrow().reason());
    }

    @Test
    void everyHourIsLookedForAlsoAfterANightWithoutAWakeUp() {
        city.tick("2026-11-25T07:30:00");
        for (int hour = 7; hour <= 28; hour++) {
            String start = instant("2026-11-24T00:00:00")
                    .plusSeconds(3600L * hour)
                    .atZone(WatchedCity.ZONE)
                    .toLocalDateTime()
                    .toString();
            assertEquals(
                    Optional.of(NotJudgedReason.NOT_RECEIVED),
                    city.verdict("DA2", start).reason(),
                    start);
        }
        List<AlarmRow> alarms = city.missingSo2();
        assertEquals(2, alarms.size(), "one alarm for one gap of one outlet");
        assertEquals(AlarmLevel.ORANGE, alarms.get(0).alarm().level(), "22 hours are missing");
    }

    @Test
    void aDayAboveTheLimitBecomesACandidateCaseWhenItsMarkingWindowHasClosedAndNotBefore() {
        city.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T08:00:00", "38", "N"));
        city.arrives("2026-11-24T10:00:20", "M1", hour("2026-11-24T09:00:00", "36", "N"));
        city.arrives("2026-11-24T11:00:20", "M1", hour("2026-11-24T10:00:00", "20", "N"));
        city.tick("2026-11-25T13:00:04");
        assertEquals(
                List.of(),
                city.view.cases(Optional.empty(), Optional.empty(), 10).rows());
        city.tick("2026-11-25T13:00:06");

        CaseRow row =
                city.view.cases(Optional.empty(), Optional.empty(), 10).rows().get(0);
        assertEquals("2026-11-24", row.day().toString());
        assertEquals("code-1103", row.atViolation().orElseThrow().id(), "a permit, after 2026-08-15");
        CaseFile file = city.view.candidateCase(row.id()).orElseThrow();
        assertEquals(2, file.hours().size());
        assertEquals(List.of(city.journal.get(0).evidence(), city.journal.get(1).evidence()), file.evidence());
        assertEquals(List.of(CaseFile.Kind.OPENED), kinds(file));

        city.arrives("2026-11-26T09:00:00", "M1", hour("2026-11-24T09:00:00", "30", "N"));
        CaseFile later = city.view.candidateCase(row.id()).orElseThrow();
        assertEquals(file.hours(), later.hours(), "a case stays as it was opened");
        assertEquals(List.of(CaseFile.Kind.OPENED, CaseFile.Kind.HOUR_REVISED), kinds(later));
        assertEquals(Outcome.WITHIN, later.events().get(1).hour().orElseThrow().outcome());
    }

    private static List<CaseFile.Kind> kinds(CaseFile file) {
        return file.events().stream().map(CaseFile.Event::kind).toList();
    }

    @Test
    void anExceedanceThatIsRevisedAwayInTheMarkingWindowIsNoCaseUnlessAnotherComesLater() {
        city.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T08:00:00", "38", "N"));
        city.arrives("2026-11-25T10:00:00", "M1", hour("2026-11-24T08:00:00", "30", "N"));
        city.tick("2026-11-25T13:30:00");
        assertEquals(
                List.of(),
                city.view.cases(Optional.empty(), Optional.empty(), 10).rows());
        city.arrives("2026-11-26T08:00:00", "M1", hour("2026-11-24T15:00:00", "50", "N"));
        city.tick("2026-11-26T08:00:30");
        assertEquals(
                1,
                city.view.cases(Optional.empty(), Optional.empty(), 10).rows().size());
    }

    @Test
    void replayingTheJournalIntoAnEmptyStoreGivesTheSameRowsHoweverItIsCut() {
        story(city);
        List<String> lived = city.dump();
        for (int size : new int[] {1, 3, 1000}) {
            try (WatchedCity again = new WatchedCity(fresh(), 2).begin("2026-11-24T07:10:00")) {
                for (int from = 0; from < city.journal.size(); from += size) {
                    again.cursor.apply(city.journal.subList(from, Math.min(city.journal.size(), from + size)));
                }
                again.cursor.fire(instant("2026-11-26T09:00:00"), () -> city.journal.size());
                assertEquals(lived, again.dump(), "in pieces of " + size);
            }
        }
    }

    private static void story(WatchedCity city) {
        city.arrives("2026-11-24T08:00:20", "M1", hour("2026-11-24T07:00:00", "36", "N"));
        city.arrives("2026-11-24T08:00:21", "M2", hour("2026-11-24T07:00:00", "12", "N"));
        city.arrives(
                "2026-11-24T08:10:00", "M1", "CN=2011;CP=&&DataTime=20261124081000;a21026-Rtd=36.2,a21026-Flag=N&&");
        city.tick("2026-11-24T09:00:05");
        city.arrives("2026-11-24T09:00:22", "M1", hour("2026-11-24T08:00:00", "41", "N"));
        city.tick("2026-11-24T10:00:07");
        city.arrives("2026-11-24T10:00:20", "M1", hour("2026-11-24T09:00:00", "20", "N"));
        city.arrives("2026-11-24T10:00:25", "M9", hour("2026-11-24T09:00:00", "20", "N"));
        city.arrives("2026-11-24T10:40:00", "M2", hour("2026-11-24T08:00:00", "80", "N"));
        city.arrives("2026-11-24T10:41:00", "M2", hour("2026-11-24T08:00:00", "8", "N"));
        city.tick("2026-11-24T22:41:00");
        city.arrives("2026-11-24T22:42:00", "M1", hour("2026-11-24T12:00:00", "50", "N"));
        city.tick("2026-11-25T13:20:00");
        city.arrives("2026-11-25T14:00:20", "M1", hour("2026-11-23T20:00:00", "90", "N"));
        city.arrives("2026-11-25T14:00:21", "M1", hour("2026-11-24T12:00:00", "10", "N"));
        city.tick("2026-11-26T09:00:00");
    }

    @Test
    void aDeadlineWaitsForRecordsThatArrivedBeforeIt() {
        city.record("2026-11-24T08:59:00", "M1", frame("M1", hour("2026-11-24T07:00:00", "20", "N")));
        city.tick("2026-11-24T10:30:00");
        assertEquals(List.of(), city.missingSo2(), "the journal holds a record that the cursor has not seen");
        city.cursor.apply(city.journal);
        city.tick("2026-11-24T10:30:00");
        assertEquals(Outcome.WITHIN, city.verdict("DA1", "2026-11-24T07:00:00").outcome());
        assertEquals(2, city.missingSo2().size());
    }

    @Test
    void whatFailsInTheMiddleOfATransactionHasNotHappenedAndTheSameRecordsCanBeAppliedAgain() {
        List<JournalRecord> records = List.of(
                city.record("2026-11-24T08:00:20", "M1", frame("M1", hour("2026-11-24T07:00:00", "50", "N"))),
                city.record(
                        "2026-11-24T08:00:21",
                        "M1",
                        frame("M1", "CN=2011;CP=&&DataTime=20261124080020;a21026-Rtd=36.2,a21026-Flag=N&&")));
        List<String> before = city.dump();
        city.store.write(handle -> handle.execute("ALTER TABLE latest_readings RENAME TO gone"));
        assertThrows(RuntimeException.class, () -> city.cursor.apply(records));
        city.store.write(handle -> handle.execute("ALTER TABLE gone RENAME TO latest_readings"));
        assertEquals(before, city.dump(), "no verdict, no alarm, no place");

        city.cursor.apply(records);
        city.cursor.apply(records);
        assertEquals(1, city.verdicts("DA1", "2026-11-24T07:00:00").size(), "exactly once");
        assertEquals(1, city.view.lastEvent());
        assertEquals(2, city.cursor.place().position());
    }

    @Test
    void aPoisonedRecordIsParkedWithItsReasonAndTheOthersGoOn() {
        List<JournalRecord> records = List.of(
                city.record("2026-11-24T08:00:20", "M1", frame("M1", hour("2026-11-24T07:00:00", "50", "N"))),
                city.record(
                        "2026-11-24T08:00:21",
                        "M1",
                        "this is no frame".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                city.record("2026-11-24T08:00:22", "M7", frame("M7", hour("2026-11-24T07:00:00", "50", "N"))),
                city.record("2026-11-24T08:00:23", "M1", frame("M1", hour("2026-11-24T06:00:00", "50", "\0"))),
                city.record("2026-11-24T08:00:24", "M2", frame("M2", hour("2026-11-24T07:00:00", "50", "N"))));
        CoreCursor.Progress progress = city.cursor.apply(records);
        assertEquals(5, progress.place().position());
        List<String> parked = city.view.parked(10).stream()
                .map(row -> row.subject() + " " + row.reason())
                .sorted()
                .toList();
        assertTrue(parked.contains("record:2 NOT_A_FRAME M1"), parked.toString());
        assertTrue(parked.contains("record:3 STATION_NOT_REGISTERED M7"), parked.toString());
        assertEquals(2, city.alarms(AlarmType.HOUR_EXCEEDANCE).size(), "the good records around them: " + parked);
    }

    @Test
    void oneFailingItemOfASweepIsParkedAndTheOthersGoOn() {
        city.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T08:00:00", "38", "N"));
        city.arrives("2026-11-24T09:00:21", "M2", hour("2026-11-24T08:00:00", "38", "N"));
        var facts = WatchedCity.facts(2);
        city.registry = RegistrySnapshot.of(
                new io.stackwatch.gateway.records.RegisteredFacts(
                        facts.rows(),
                        facts.assessed(),
                        facts.settings(),
                        facts.permits().subList(1, 2)),
                List.of());
        city.tick("2026-11-25T13:10:00");
        List<CaseRow> cases =
                city.view.cases(Optional.empty(), Optional.empty(), 10).rows();
        assertEquals(
                List.of(new OutletId("DA2")),
                cases.stream().map(CaseRow::outlet).toList());
        assertEquals(1, city.view.parked(10).size());
        assertTrue(city.view.parked(10).get(0).reason().contains("is gone"));
        city.tick("2026-11-25T13:20:00");
        assertEquals(1, city.view.parked(10).size(), "and not again and again");
    }

    @Test
    void anOfficerAcknowledgesOnceWithANameAndANote() {
        List<Long> signalled = new ArrayList<>();
        city.signal.subscribe(signalled::add);
        city.arrives("2026-11-24T08:00:20", "M1", hour("2026-11-24T07:00:00", "38", "N"));
        assertEquals(List.of(1L), signalled);
        Alarm alarm = city.alarms(AlarmType.HOUR_EXCEEDANCE).get(0).alarm();
        assertEquals(Optional.of(AlarmRefusal.NOTE_MISSING), refusal(alarm, "王工", " "));
        assertEquals(Optional.empty(), refusal(alarm, "王工", "已电话核实"));
        assertEquals(Optional.of(AlarmRefusal.ALREADY_ACKNOWLEDGED), refusal(alarm, "李工", "x"));
        AlarmFile file = city.view.alarm(alarm.id()).orElseThrow();
        assertEquals("王工", file.row().alarm().acknowledgement().orElseThrow().by());
        assertEquals(
                List.of(AlarmEventKind.RAISED, AlarmEventKind.ACKNOWLEDGED),
                city.view.eventsAfter(0, 10).stream()
                        .map(event -> event.event().kind())
                        .toList());
        assertEquals(1, city.view.eventsAfter(1, 10).size());
        assertEquals(List.of(1L, 2L), signalled);
    }

    @Test
    void anAcknowledgementIsInTheTrailOrNotThereAtAll() {
        city.arrives("2026-11-24T08:00:20", "M1", hour("2026-11-24T07:00:00", "38", "N"));
        Alarm alarm = city.alarms(AlarmType.HOUR_EXCEEDANCE).get(0).alarm();
        refusal(alarm, "王工", " ");
        assertEquals(List.of(), ActsInTrail.told(city.store), "a refusal is no act");
        ActsInTrail.wholeOrAbsent(city.store, 1, () -> refusal(alarm, "王工", "已电话核实"));
        assertEquals(List.of("UNSTATED 王工 ACKNOWLEDGED alarm-event:2 已电话核实"), ActsInTrail.told(city.store));
        ActsInTrail.changedIsNamed(city.store, 1, "UPDATE alarm_event SET note = 'x' WHERE number = 2");
    }

    private Optional<AlarmRefusal> refusal(Alarm alarm, String who, String note) {
        return city.desk
                .act(
                        alarm.id(),
                        AlarmOrder.plain(AlarmEventKind.ACKNOWLEDGED, who, note),
                        instant("2026-11-24T09:05:00"))
                .match(
                        done -> Optional.empty(),
                        refused -> Optional.of(refused.reason().why()),
                        () -> {
                            throw new AssertionError("the alarm is known");
                        });
    }

    @Test
    void listsAreFilteredAndPaged() {
        city.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T08:00:00", "38", "N"));
        city.arrives("2026-11-24T09:00:20", "M2", hour("2026-11-24T08:00:00", "38", "N"));
        city.arrives("2026-11-24T10:00:20", "M2", hour("2026-11-24T09:00:00", "3", "N"));
        AlarmQuery exceedances = AlarmQuery.all().withType(AlarmType.HOUR_EXCEEDANCE);
        Page<AlarmRow> first = city.view.alarms(exceedances.withLimit(1));
        Page<AlarmRow> second = city.view.alarms(
                exceedances.withLimit(1).withBehind(first.next().orElseThrow()));
        assertFalse(first.rows()
                .get(0)
                .alarm()
                .id()
                .equals(second.rows().get(0).alarm().id()));
        assertEquals(1, city.view.alarms(exceedances.withActive(true)).rows().size());
        assertEquals(1, city.view.alarms(exceedances.withActive(false)).rows().size());
        assertEquals(
                1,
                city.view
                        .alarms(exceedances.withOutlet(new OutletId("DA2")))
                        .rows()
                        .size());
        assertEquals(
                2,
                city.view
                        .alarms(exceedances.withRegion(new RegionCode("371502")))
                        .rows()
                        .size());
        assertEquals(
                0,
                city.view
                        .alarms(exceedances.withRegion(new RegionCode("371581")))
                        .rows()
                        .size());
        assertEquals(
                0, city.view.alarms(exceedances.withAcknowledged(true)).rows().size());
    }

    @Test
    void anOutletShowsItsLatestFiguresAndItsState() {
        city.arrives(
                "2026-11-24T09:00:20",
                "M1",
                "CN=2011;CP=&&DataTime=20261124090000;a21026-Rtd=36.20,a21026-ZsRtd=37,a21026-Flag=N;zz-Rtd=1&&");
        city.arrives("2026-11-24T09:00:30", "M1", "CN=2011;CP=&&DataTime=20261124085900;a21026-Rtd=11,a21026-Flag=N&&");
        city.arrives("2026-11-24T09:01:20", "M1", hour("2026-11-24T08:00:00", "38", "N"));
        List<OutletOverview> outlets =
                city.view.outlets(DONGCHANGFU, Optional.empty(), 100, instant("2026-11-24T09:02:00"));
        assertEquals(2, outlets.size());
        assertEquals(
                List.of("DA2"),
                city
                        .view
                        .outlets(DONGCHANGFU, Optional.of(new OutletId("DA1")), 1, instant("2026-11-24T09:02:00"))
                        .stream()
                        .map(one -> one.outlet().id().value())
                        .toList(),
                "a page holds what is behind the place, and no more than it may");
        OutletOverview first = outlets.get(0);
        assertEquals(
                List.of("36.20", "37"),
                first.latest().stream().map(reading -> reading.text()).toList());
        assertEquals(Optional.of(instant("2026-11-24T09:00:00")), first.lastHeard());
        assertEquals(1, first.activeAlarms());
        assertEquals(Optional.of(AlarmLevel.YELLOW), first.worst());
        assertEquals(Optional.empty(), outlets.get(1).lastHeard());

        Instant hourCame = instant("2026-11-24T09:01:30");
        city.store.write(handle -> handle.execute(
                "INSERT INTO station_heard VALUES ('M2', ?, 4, ?, 4, 1, '')",
                hourCame.toEpochMilli(),
                hourCame.toEpochMilli()));
        assertEquals(
                Optional.of(hourCame),
                city.view
                        .outlets(DONGCHANGFU, Optional.of(new OutletId("DA1")), 1, instant("2026-11-24T09:02:00"))
                        .get(0)
                        .lastHeard(),
                "an outlet of which only hours come has been heard");
        assertEquals(
                1,
                city
                        .view
                        .hours(new OutletId("DA1"), instant("2026-11-24T08:00:00"), instant("2026-11-24T09:00:00"))
                        .stream()
                        .filter(row -> row.verdict().hour().factor().equals(WatchedCity.SO2))
                        .count());
        assertEquals("zz-Rtd", city.view.notUnderstood(10).get(0).item());
    }

    @Test
    void anHourThatIsNotOverYetIsNotBelieved() {
        city.arrives("2026-11-24T09:00:20", "M1", hour("2026-11-24T20:00:00", "99", "N"));
        assertEquals(List.of(), city.verdicts("DA1", "2026-11-24T20:00:00"));
        assertEquals(
                List.of("HOUR_NOT_OVER"),
                city.view.notUnderstood(10).stream()
                        .map(row -> row.reason())
                        .distinct()
                        .toList());
    }
}
