package io.stackwatch.core.quality;

import static io.stackwatch.core.quality.QaFixture.OUTLET;
import static io.stackwatch.core.quality.QaFixture.SO2;
import static io.stackwatch.core.quality.QaFixture.at;
import static io.stackwatch.core.quality.QaFixture.zero;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** From the last passing check before the failing one until the next passing one. */
final class OutOfControlTest {

    private final QaRule rule = QaRule.load();
    private final RuleParameters parameters = RuleParameters.load();

    @Test
    void aPeriodGoesFromTheLastPassingCheckToTheNextAndNamesThem() {
        assertEquals(
                List.of("2 3 5: 2026-11-08T02:00:00Z..2026-11-22T02:00:00Z"),
                periods(
                        zero(1, "2026-11-01T10:00", "1"),
                        zero(2, "2026-11-08T10:00", "-2.5"),
                        zero(3, "2026-11-15T10:00", "5.1"),
                        zero(4, "2026-11-16T10:00", "7"),
                        zero(5, "2026-11-22T10:00", "0.5"),
                        zero(6, "2026-11-29T10:00", "0.5")));
    }

    @Test
    void withoutAFailingCheckThereIsNoPeriod() {
        assertEquals(List.of(), periods(zero(1, "2026-11-01T10:00", "1"), zero(2, "2026-11-08T10:00", "5.0")));
    }

    @Test
    void aCheckBeyondTheRequirementNeitherBeginsNorEndsAPeriod() {
        assertEquals(
                List.of("1 3 5: 2026-11-01T02:00:00Z..2026-11-24T02:00:00Z"),
                periods(
                        zero(1, "2026-11-01T10:00", "1"),
                        zero(2, "2026-11-08T10:00", "4"),
                        zero(3, "2026-11-15T10:00", "6"),
                        zero(4, "2026-11-22T10:00", "4"),
                        zero(5, "2026-11-24T10:00", "1")));
    }

    @Test
    void withoutAPassingCheckBeforeItBeginsWithTheFailingOneAndWithoutOneBehindItGoesOn() {
        assertEquals(List.of("- 1 -: 2026-11-15T02:00:00Z..goes on"), periods(zero(1, "2026-11-15T10:00", "6")));
    }

    @Test
    void aPassingCheckOfAnotherKindDoesNotEndAPeriod() {
        assertEquals(
                List.of("- 1 -: 2026-11-15T02:00:00Z..goes on"),
                periods(
                        zero(1, "2026-11-15T10:00", "6"),
                        QaFixture.check(
                                2,
                                QaCheck.SPAN_DRIFT,
                                "2026-11-16T10:00",
                                QaFigures.percent("0", QaBasis.FULL_SCALE))));
    }

    // an hour may lose 15 minutes, as it needs 45
    @Test
    void anHourIsOutOfControlIfThePeriodTakesMoreThanAnHourCanLose() {
        OutOfControl control = OutOfControl.of(
                List.of(
                        zero(1, "2026-11-08T10:45", "1"),
                        zero(2, "2026-11-08T13:00", "6"),
                        zero(3, "2026-11-08T15:16", "1")),
                rule,
                parameters);
        assertEquals(
                "09:- 10:- 11:2 12:2 13:2 14:2 15:2 16:-",
                String.join(
                        " ",
                        List.of("09", "10", "11", "12", "13", "14", "15", "16").stream()
                                .map(hour -> hour + ":"
                                        + control.of(hour(SO2, "2026-11-08T" + hour + ":00"))
                                                .map(period -> String.valueOf(
                                                        period.failed().number()))
                                                .orElse("-"))
                                .toList()));
        assertEquals(
                List.of(),
                control.of(hour(new FactorCode("a21002"), "2026-11-08T12:00")).stream()
                        .toList(),
                "another factor has an instrument of its own");
        assertEquals(
                List.of(),
                OutOfControl.NONE.of(hour(SO2, "2026-11-08T12:00")).stream().toList());
    }

    @Test
    void aCheckMakesADifferenceToThePeriodsThatThereAreOnlyWithItOrOnlyWithoutIt() {
        QaEvent passed = zero(1, "2026-11-01T10:00", "1");
        QaEvent beyond = zero(2, "2026-11-08T10:00", "4");
        QaEvent failed = zero(3, "2026-11-15T10:00", "6");
        QaEvent again = zero(4, "2026-11-16T10:00", "7");
        QaEvent mended = zero(5, "2026-11-22T10:00", "0.5");

        assertEquals("none", madeDifferent(beyond, passed), "still in control");
        assertEquals("2026-11-01T02:00:00Z 2026-11-24T02:00:00Z", madeDifferent(failed, passed, beyond), "goes on");
        assertEquals("none", madeDifferent(again, passed, failed), "it was out of control before");
        assertEquals(
                "2026-11-01T02:00:00Z 2026-11-22T02:00:00Z",
                madeDifferent(failed, passed, again, mended),
                "another check decides now");
        assertEquals("none", madeDifferent(zero(6, "2026-11-23T10:00", "0.5"), passed, failed, mended));
        assertEquals("2026-11-15T02:00:00Z 2026-11-24T02:00:00Z", madeDifferent(failed));
        assertEquals("none", madeDifferent(zero(7, "2026-11-24T10:00", "6")), "nothing lies behind it yet");
    }

    private String madeDifferent(QaEvent event, QaEvent... others) {
        return OutOfControl.madeDifferentBy(event, List.of(others), rule, at("2026-11-24T10:00"))
                .map(span -> span.start() + " " + span.end())
                .orElse("none");
    }

    @Test
    void theOrderInWhichChecksBecomeKnownDoesNotMatter() {
        List<QaEvent> events = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            String percent = List.of("1", "4", "6").get(random.nextInt(3));
            events.add(zero(i, "2026-%02d-%02dT10:00".formatted(9 + i / 28, 1 + i % 28), percent));
        }
        List<OutOfControlPeriod> inOrder =
                OutOfControl.of(events, rule, parameters).of(OUTLET, SO2);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(events, random);
            assertEquals(inOrder, OutOfControl.of(events, rule, parameters).of(OUTLET, SO2));
        }
    }

    private List<String> periods(QaEvent... events) {
        return OutOfControl.of(List.of(events), rule, parameters).periods().stream()
                .map(period -> period.lastPassed()
                                .map(event -> String.valueOf(event.number()))
                                .orElse("-")
                        + " " + period.failed().number() + " "
                        + period.nextPassed()
                                .map(event -> String.valueOf(event.number()))
                                .orElse("-")
                        + ": " + period.from() + ".."
                        + period.until().map(Object::toString).orElse("goes on"))
                .toList();
    }

    private static FactorHour hour(FactorCode factor, String local) {
        return new FactorHour(OUTLET, factor, at(local));
    }
}
