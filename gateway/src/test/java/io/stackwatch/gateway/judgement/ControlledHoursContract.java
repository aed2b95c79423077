package io.stackwatch.gateway.judgement;

import static io.stackwatch.gateway.judgement.WatchedCity.hour;
import static io.stackwatch.gateway.judgement.WatchedCity.instant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.alarm.AlarmEventKind;
import io.stackwatch.core.alarm.AlarmReason;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.exceedance.Outcome;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.quality.QaBasis;
import io.stackwatch.core.quality.QaCheck;
import io.stackwatch.core.quality.QaEvent;
import io.stackwatch.core.quality.QaFigures;
import io.stackwatch.core.quality.QaMode;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.quality.StoredChecks;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.CaseFile;
import io.stackwatch.gateway.records.CaseRow;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.records.VerdictRow;
import io.stackwatch.gateway.trail.ActsInTrail;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hours out of control are not judged, whenever the check is recorded, on a timeline; the same on every database. */
abstract class ControlledHoursContract {

    private static final OutletId DA1 = new OutletId("DA1");
    private static final String EIGHT = "2026-11-24T08:00:00";
    private static final String NINE = "2026-11-24T09:00:00";

    private WatchedCity city;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        city = new WatchedCity(fresh(), 1).begin("2026-11-24T07:10:00");
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void aCheckThatIsRecordedLaterTakesTheJudgementBackAndItsWithdrawalBringsItAgain() {
        city.arrives("2026-11-24T09:00:20", "M1", hour(EIGHT, "99", "N"));
        city.arrives("2026-11-24T10:00:20", "M1", hour(NINE, "99", "N"));
        assertEquals(List.of("EXCEEDS "), verdicts(EIGHT));

        records("2026-11-24T10:30:00", "2026-11-24T07:30:00", WatchedCity.SO2, "1");
        long failed = records("2026-11-24T10:31:00", "2026-11-24T08:50:00", WatchedCity.SO2, "6");
        records("2026-11-24T10:32:00", "2026-11-24T09:10:00", WatchedCity.SO2, "0.5");
        city.tick("2026-11-24T10:33:00");

        assertEquals(List.of("EXCEEDS ", "NOT_JUDGED OUT_OF_CONTROL check 2 of a21026"), verdicts(EIGHT));
        assertEquals(
                List.of("EXCEEDS ", "NOT_JUDGED OUT_OF_CONTROL check 2 of a21026", "EXCEEDS "),
                verdicts(NINE),
                "control was regained after ten minutes of the hour, which it can lose");
        assertTrue(
                city
                        .view
                        .alarm(city.alarms(AlarmType.HOUR_EXCEEDANCE)
                                .get(0)
                                .alarm()
                                .id())
                        .orElseThrow()
                        .history()
                        .stream()
                        .anyMatch(event -> event.event().kind() == AlarmEventKind.HOUR_REVISED
                                && event.event().reason() == AlarmReason.NOT_JUDGED),
                "the alarm says so, as it does for a mark");

        withdraws("2026-11-24T11:00:00", failed);
        city.tick("2026-11-24T11:01:00");
        assertEquals("EXCEEDS ", verdicts(EIGHT).get(2));
    }

    @Test
    void anHourThatComesWhileTheInstrumentIsOutOfControlIsNotJudged() {
        records("2026-11-24T07:30:00", "2026-11-24T07:20:00", WatchedCity.SO2, "6");
        city.arrives("2026-11-24T09:00:20", "M1", hour(EIGHT, "99", "N"));

        assertEquals(List.of("NOT_JUDGED OUT_OF_CONTROL check 1 of a21026"), verdicts(EIGHT));
        assertEquals(0, city.alarms(AlarmType.HOUR_EXCEEDANCE).size());
    }

    @Test
    void anOxygenOutOfControlTakesTheConvertedHourAway() {
        records("2026-11-24T07:30:00", "2026-11-24T07:20:00", FactorCode.OXYGEN, "6");
        city.arrives("2026-11-24T09:00:20", "M1", hour(EIGHT, "99", "N"));

        assertEquals(List.of("NOT_JUDGED OUT_OF_CONTROL check 1 of a19001"), verdicts(EIGHT));
    }

    @Test
    void aCandidateCaseThatStandsIsToldThatItsHourIsNotJudgedAnyMore() {
        city.arrives("2026-11-24T09:00:20", "M1", hour(EIGHT, "99", "N"));
        city.tick("2026-11-25T13:01:00");
        CaseRow open =
                city.view.cases(Optional.empty(), Optional.empty(), 10).rows().get(0);

        records("2026-11-25T14:00:00", "2026-11-24T07:30:00", WatchedCity.SO2, "6");
        city.tick("2026-11-25T14:01:00");

        CaseFile file = city.view.candidateCase(open.id()).orElseThrow();
        assertEquals(
                List.of("EXCEEDS "),
                file.hours().stream().map(ControlledHoursContract::shown).toList());
        assertEquals(
                List.of("OPENED ", "HOUR_REVISED NOT_JUDGED OUT_OF_CONTROL check 1 of a21026"),
                file.events().stream()
                        .map(event -> event.kind() + " "
                                + event.hour()
                                        .map(ControlledHoursContract::shown)
                                        .orElse(""))
                        .toList());
    }

    @Test
    void verdictsThatAreMadeAnewFromTheJournalKnowACheckFromWhenItWasRecorded() {
        records("2026-11-24T09:30:00", "2026-11-24T07:30:00", WatchedCity.SO2, "6");
        city.store.write(handle -> handle.execute("DELETE FROM deadline"));
        city.store.write(handle -> handle.execute("DELETE FROM cursor_place"));
        city.begin("2026-11-24T07:10:00");
        city.arrives("2026-11-24T09:00:20", "M1", hour(EIGHT, "99", "N"));
        city.tick("2026-11-24T09:31:00");

        assertEquals(List.of("EXCEEDS ", "NOT_JUDGED OUT_OF_CONTROL check 1 of a21026"), verdicts(EIGHT));
    }

    @Test
    void aCheckAndItsWithdrawalAreInTheTrailOrNotThereAtAll() {
        city.arrives("2026-11-24T09:00:20", "M1", hour(EIGHT, "99", "N"));
        Act act = new Act(instant("2026-11-24T11:00:00"), "officer Li", "another instrument");
        ActsInTrail.wholeOrAbsent(
                city.store, 1, () -> records("2026-11-24T09:30:00", "2026-11-24T07:30:00", WatchedCity.SO2, "6"));
        ActsInTrail.wholeOrAbsent(city.store, 1, () -> checks(act.at()).withdraw(1, act));
        assertEquals(
                List.of(
                        "UNSTATED Wang CHECK_RECORDED qa-event:1 weekly check",
                        "UNSTATED officer Li CHECK_WITHDRAWN qa-withdrawal:1 another instrument"),
                ActsInTrail.told(city.store));
        ActsInTrail.changedIsNamed(city.store, 1, "UPDATE qa_event SET percent = '1'");
        ActsInTrail.changedIsNamed(city.store, 2, "UPDATE qa_withdrawal SET at = at + 1");
    }

    private StoredChecks checks(Instant now) {
        return new StoredChecks(
                city.store,
                () -> city.registry,
                city.rules.checks(),
                city.rules.parameters(),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    /** A zero drift in percent of the full scale; answers its number. */
    private long records(String when, String madeAt, FactorCode factor, String percent) {
        Instant now = instant(when);
        QaEvent draft = new QaEvent(
                0,
                new QaEvent.Subject(DA1, factor, QaCheck.ZERO_DRIFT),
                QaMode.MANUAL_EXTRACTIVE,
                instant(madeAt),
                new QaFigures(Optional.of(new BigDecimal(percent)), Optional.of(QaBasis.FULL_SCALE), Optional.empty()),
                Optional.empty(),
                "book 7");
        return checks(now)
                .record(draft, new Act(now, "Wang", "weekly check"))
                .file()
                .orElseThrow()
                .row()
                .event()
                .number();
    }

    private void withdraws(String when, long number) {
        assertTrue(checks(instant(when))
                .withdraw(number, new Act(instant(when), "officer Li", "another instrument"))
                .isPresent());
    }

    private List<String> verdicts(String hour) {
        return city.verdicts("DA1", hour).stream()
                .map(ControlledHoursContract::shown)
                .toList();
    }

    private static String shown(VerdictRow row) {
        return row.outcome() == Outcome.NOT_JUDGED
                ? row.outcome() + " " + row.reason().orElseThrow() + " " + row.detail()
                : row.outcome() + " ";
    }
}
