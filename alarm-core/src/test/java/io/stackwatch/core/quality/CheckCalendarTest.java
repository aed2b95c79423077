package io.stackwatch.core.quality;

import static io.stackwatch.core.quality.QaFixture.OUTLET;
import static io.stackwatch.core.quality.QaFixture.SO2;
import static io.stackwatch.core.quality.QaFixture.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CheckCalendarTest {

    private final CheckCalendar calendar = new CheckCalendar(QaRule.load());

    // extractive, by hand: zero and span every 7 days
    @Test
    void aCheckIsOverdueWhenItsIntervalHasPassed() {
        QaEvent zero = QaFixture.zero(1, "2026-11-01T10:00", "1");
        assertEquals("ZERO_DRIFT IN_TIME 2026-11-08T02:00:00Z", first(zero, "2026-11-08T10:00"));
        assertEquals("ZERO_DRIFT OVERDUE 2026-11-08T02:00:00Z", first(zero, "2026-11-08T10:01"));
    }

    @Test
    void whatTheLastCheckCameToDoesNotMatter() {
        assertEquals(
                "ZERO_DRIFT IN_TIME 2026-11-08T02:00:00Z",
                first(QaFixture.zero(1, "2026-11-01T10:00", "9"), "2026-11-02T10:00"));
    }

    @Test
    void aQuarterlyCheckCountsMonthsOfTheCalendar() {
        assertEquals(
                "RELATIVE_ACCURACY OVERDUE 2026-11-30T02:00:00Z",
                first(
                        QaFixture.check(
                                1,
                                QaCheck.RELATIVE_ACCURACY,
                                "2026-08-31T10:00",
                                QaFigures.percent("3", QaBasis.REFERENCE)),
                        "2026-12-01T10:00"));
    }

    @Test
    void aCheckThatNobodyEverRecordedIsAFindingOfItsOwn() {
        assertEquals(
                List.of(
                        "ZERO_DRIFT NEVER_RECORDED -",
                        "SPAN_DRIFT NEVER_RECORDED -",
                        "SYSTEM_CALIBRATION NEVER_RECORDED -",
                        "RELATIVE_ACCURACY NEVER_RECORDED -"),
                calendar.of(OUTLET, Set.of(SO2), List.of(), at("2026-11-01T10:00")).stream()
                        .map(CheckCalendarTest::shown)
                        .toList());
    }

    private String first(QaEvent event, String now) {
        return shown(calendar.of(OUTLET, Set.of(), List.of(event), at(now)).get(0));
    }

    private static String shown(DueCheck answer) {
        return answer.subject().check() + " " + answer.state() + " "
                + answer.dueAt().map(Object::toString).orElse("-");
    }
}
