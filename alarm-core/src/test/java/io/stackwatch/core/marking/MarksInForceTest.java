package io.stackwatch.core.marking;

import static io.stackwatch.core.marking.MarkFixture.NOX;
import static io.stackwatch.core.marking.MarkFixture.OUTLET;
import static io.stackwatch.core.marking.MarkFixture.RULES;
import static io.stackwatch.core.marking.MarkFixture.SO2;
import static io.stackwatch.core.marking.MarkFixture.accepted;
import static io.stackwatch.core.marking.MarkFixture.at;
import static io.stackwatch.core.marking.MarkFixture.content;
import static io.stackwatch.core.marking.MarkFixture.filed;
import static io.stackwatch.core.marking.MarkFixture.hour;
import static io.stackwatch.core.marking.MarkFixture.known;
import static io.stackwatch.core.marking.MarkFixture.outlet;
import static io.stackwatch.core.marking.MarkFixture.span;
import static io.stackwatch.core.marking.MarkFixture.then;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.transmission.Due;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which mark counts for an hour, on a boiler's day. */
final class MarksInForceTest {

    private static final Instant LATER = at("30 00:00");
    private static final String BOILER = "GB13271-2014.01";

    @Test
    void withoutAMarkTheHourIsAsTheRegistrySays() {
        MarksInForce marks = new MarksInForce(RULES, MarksKnown.NOTHING, LATER);

        assertEquals("NO_MARK", answer(marks, SO2, "24 08:00"));
        assertEquals(new Due.Yes(), marks.duty(hour(SO2, "24 08:00"), new Due.Yes(), false));
        assertEquals(List.of(), marks.marks(hour(SO2, "24 08:00"), outlet(BOILER)));
    }

    @Test
    void anEquipmentMarkIsOfTheFactorsThatItNames() {
        MarksInForce marks =
                new MarksInForce(RULES, known(accepted("M-1", content("FAULT", "24 08:00", "24 10:00", NOX))), LATER);

        assertEquals("INVALIDATES by M-1", answer(marks, NOX, "24 08:00"));
        assertEquals("NONE_COUNTS: M-1 OTHER_FACTORS", answer(marks, SO2, "24 08:00"));
        assertEquals("NO_MARK", answer(marks, NOX, "24 10:00"));
        assertEquals("EQUIPMENT 24T08:00 24T10:00", judged(marks, NOX, "24 09:00"));
        assertEquals("", judged(marks, SO2, "24 09:00"));
    }

    // a cold start of a boiler may last four hours, for NOx
    @ParameterizedTest
    @CsvSource({
        "a21002, 24 08:00, ALLOWANCE by M-1, WORKING_CONDITION_ALLOWED 24T08:30 24T12:30",
        "a21002, 24 11:00, ALLOWANCE by M-1, WORKING_CONDITION_ALLOWED 24T08:30 24T12:30",
        "a21002, 24 12:00, ALLOWANCE by M-1, WORKING_CONDITION_ALLOWED 24T08:30 24T12:30 WORKING_CONDITION_BEYOND 24T12:30 24T15:00",
        "a21002, 24 13:00, NONE_COUNTS: M-1 BEYOND_THE_ALLOWED_DURATION, WORKING_CONDITION_BEYOND 24T12:30 24T15:00",
        "a21002, 24 15:00, NO_MARK, ''",
        "a21026, 24 08:00, NONE_COUNTS: M-1 FACTOR_NOT_ALLOWED, WORKING_CONDITION_BEYOND 24T08:30 24T15:00"
    })
    void aWorkingConditionCountsWithinItsAllowedDuration(
            String factor, String start, String expected, String expectedMarks) {
        MarksInForce marks = new MarksInForce(
                RULES, known(accepted("M-1", content("START_UP_COLD", "24 08:30", "24 15:00"))), LATER);

        assertEquals(expected, answer(marks, new FactorCode(factor), start));
        assertEquals(expectedMarks, judged(marks, new FactorCode(factor), start));
    }

    @Test
    void marksOfOneKindWithoutAGapAreOneConditionSoThatFilingTwiceAllowsNothingMore() {
        MarkFile first = accepted("M-1", content("START_UP_COLD", "24 08:00", "24 12:00"));
        MarksInForce oneAfterTheOther = new MarksInForce(
                RULES, known(first, accepted("M-2", content("START_UP_COLD", "24 12:00", "24 16:00"))), LATER);
        MarksInForce withAGap = new MarksInForce(
                RULES, known(first, accepted("M-2", content("START_UP_COLD", "24 13:00", "24 16:00"))), LATER);

        assertEquals("NONE_COUNTS: M-2 BEYOND_THE_ALLOWED_DURATION", answer(oneAfterTheOther, NOX, "24 13:00"));
        assertEquals("WORKING_CONDITION_BEYOND 24T12:00 24T16:00", judged(oneAfterTheOther, NOX, "24 13:00"));
        assertEquals("ALLOWANCE by M-2", answer(withAGap, NOX, "24 13:00"));
    }

    @Test
    void theHoursOfTheYearAreUsedUpByEarlierConditionsOfTheGroup() {
        MarkFile[] files = new MarkFile[16];
        for (int day = 1; day <= 15; day++) {
            String kind = day % 2 == 0 ? "PROCESS_FAULT" : "ACCIDENT";
            files[day - 1] =
                    accepted("M-" + day, content(kind, "%02d 08:00".formatted(day), "%02d 12:00".formatted(day)));
        }
        files[15] = accepted("M-16", content("PROCESS_FAULT", "24 08:00", "24 10:00"));
        MarksInForce marks = new MarksInForce(RULES, known(files), LATER);

        assertEquals("ALLOWANCE by M-15", answer(marks, SO2, "15 11:00", "GB18485-2014.01"));
        assertEquals(
                "NONE_COUNTS: M-16 BEYOND_THE_ALLOWED_DURATION", answer(marks, SO2, "24 08:00", "GB18485-2014.01"));
    }

    // fourteen conditions of four hours are 56 hours; the year is that of China
    @Test
    void aVersionIsHeldAgainstTheHoursOfItsYearAsIfItCountedBesideTheOthers() {
        MarkFile[] files = new MarkFile[15];
        for (int day = 1; day <= 14; day++) {
            files[day - 1] =
                    accepted("M-" + day, content("ACCIDENT", "%02d 08:00".formatted(day), "%02d 12:00".formatted(day)));
        }
        files[14] = accepted("M-15", content("START_UP_COLD", "20 08:00", "20 09:00"));
        MarksInForce marks = new MarksInForce(RULES, known(files), LATER);

        assertEquals("within PT3H", allowed(marks, "M-16", "PROCESS_FAULT", "24 08:00", "24 11:00"));
        assertEquals(
                "waste-fault allows PT3H, beyond by PT1H; PT57H of the PT60H of the calendar year were used before"
                        + " (GB 18485-2014, UNVERIFIED)",
                allowed(marks, "M-16", "PROCESS_FAULT", "24 08:00", "24 12:00"));
        assertEquals(
                "within PT4H",
                allowed(marks, "M-15", "START_UP_COLD", "24 08:00", "24 12:00"),
                "a new version takes the place of the one before");
        assertEquals("no condition", allowed(marks, "M-16", "FAULT", "24 08:00", "24 12:00"));
    }

    private static String allowed(MarksInForce marks, String id, String kind, String from, String until) {
        FiledVersion version = filed(id, 1, Optional.of(content(kind, from, until)), MarkEvent.FILED_LATE, "29 00:00");
        return marks.allowance(version, outlet("GB18485-2014.01"))
                .map(allowance -> allowance.match(
                        within -> "within " + within.allowed(), Allowance.Beyond::said, none -> none.why()
                                .name()))
                .orElse("no condition");
    }

    @Test
    void anIndustryWithoutARowIsAllowedNothingAndTheAnswerSaysSo() {
        MarksInForce marks =
                new MarksInForce(RULES, known(accepted("M-1", content("SHUT_DOWN", "24 08:00", "24 09:00"))), LATER);

        assertEquals("NONE_COUNTS: M-1 NOTHING_ALLOWED", answer(marks, NOX, "24 08:00", "GB26453-2022.01"));
    }

    @Test
    void aStopThatCountsEndsTheDutyOfEveryHourItTouches() {
        MarksInForce marks =
                new MarksInForce(RULES, known(accepted("M-1", content("STOP", "24 08:30", "24 10:00"))), LATER);

        assertEquals("STOPPED mark M-1/1", duty(marks, "24 08:00"));
        assertEquals("STOPPED mark M-1/1", duty(marks, "24 09:00"));
        assertEquals("due", duty(marks, "24 10:00"));
        assertEquals("STOP by M-1", answer(marks, SO2, "24 09:00"));
        assertEquals("", judged(marks, SO2, "24 09:00"));
        Due notConnected = new Due.No(Due.Reason.NOT_CONNECTED, "");
        assertEquals(notConnected, marks.duty(hour(SO2, "24 09:00"), notConnected, false));
    }

    @ParameterizedTest
    @CsvSource({
        "FILED_LATE, , due, NONE_COUNTS: M-1 PENDING",
        "FILED_CONTRADICTED, , due, NONE_COUNTS: M-1 PENDING",
        "FILED_AHEAD, , due, NONE_COUNTS: M-1 AWAITING_DATA",
        "FILED_AHEAD, FOUND_CONSISTENT, STOPPED mark M-1/1, STOP by M-1",
        "FILED_CONTRADICTED, APPROVED, STOPPED mark M-1/1, STOP by M-1",
        "FILED_CONTRADICTED, REFUSED, due, NONE_COUNTS: M-1 REFUSED",
        "FILED_IN_TIME, REFUSED, due, NONE_COUNTS: M-1 REFUSED"
    })
    void onlyWhatIsAcceptedOrApprovedCounts(
            MarkEvent first, MarkEvent then, String expectedDuty, String expectedAnswer) {
        FiledVersion version = filed("M-1", 1, Optional.of(content("STOP", "24 08:00", "24 10:00")), first, "24 07:00");
        FiledVersion now = then == null ? version : then(version, then, "25 09:00");
        MarksInForce marks = new MarksInForce(RULES, known(new MarkFile(new MarkId("M-1"), List.of(now))), LATER);

        assertEquals(expectedDuty, duty(marks, "24 08:00"));
        assertEquals(expectedAnswer, answer(marks, SO2, "24 08:00"));
    }

    @Test
    void untilALaterVersionIsDecidedTheEarlierHolds() {
        FiledVersion first = filed(
                "M-1", 1, Optional.of(content("FAULT", "24 08:00", "24 09:00")), MarkEvent.FILED_IN_TIME, "24 10:00");
        FiledVersion late = then(
                filed(
                        "M-1",
                        2,
                        Optional.of(content("FAULT", "24 08:00", "24 12:00")),
                        MarkEvent.FILED_LATE,
                        "26 10:00"),
                MarkEvent.APPROVED,
                "27 10:00");
        MarksKnown known = known(new MarkFile(new MarkId("M-1"), List.of(first, late)));

        MarksInForce before = new MarksInForce(RULES, known, at("24 09:59"));
        MarksInForce between = new MarksInForce(RULES, known, at("26 12:00"));
        MarksInForce after = new MarksInForce(RULES, known, at("27 10:00"));

        assertEquals("NO_MARK", answer(before, SO2, "24 08:00"));
        assertEquals("INVALIDATES by M-1", answer(between, SO2, "24 08:00"));
        assertEquals("NONE_COUNTS: M-1 PENDING", answer(between, SO2, "24 11:00"));
        assertEquals("INVALIDATES by M-1", answer(after, SO2, "24 11:00"));
        assertEquals("EQUIPMENT 24T08:00 24T12:00", judged(after, SO2, "24 08:00"));
    }

    @Test
    void aWithdrawnMarkCountsNoMore() {
        MarkFile mark = new MarkFile(
                new MarkId("M-1"),
                List.of(
                        filed(
                                "M-1",
                                1,
                                Optional.of(content("FAULT", "24 08:00", "24 09:00")),
                                MarkEvent.FILED_IN_TIME,
                                "24 10:00"),
                        filed("M-1", 2, Optional.empty(), MarkEvent.FILED_IN_TIME, "24 11:00")));

        assertEquals(
                "NONE_COUNTS: M-1 WITHDRAWN", answer(new MarksInForce(RULES, known(mark), LATER), SO2, "24 08:00"));
        assertEquals("", judged(new MarksInForce(RULES, known(mark), LATER), SO2, "24 08:00"));
    }

    @Test
    void filedMarksOutrankAutomaticOnes() {
        AutomaticMark automatic = new AutomaticMark(
                OUTLET, SO2, new MarkCode("CALIBRATION"), span("24 08:00", "24 09:00"), new DataFlag("C"));
        MarksKnown known = new MarksKnown(
                List.of(accepted("M-1", content("MAINTENANCE", "24 08:30", "24 08:50"))),
                List.of(automatic),
                List.of(),
                List.of());

        assertEquals("INVALIDATES by M-1", answer(new MarksInForce(RULES, known, LATER), SO2, "24 08:00"));
        MarksKnown alone = new MarksKnown(List.of(), List.of(automatic), List.of(), List.of());
        assertEquals(
                "INVALIDATES by " + automatic.id(), answer(new MarksInForce(RULES, alone, LATER), SO2, "24 08:00"));
    }

    @Test
    void anExemptionEndsTheDutyUntilItIsRevoked() {
        Exemption city = new Exemption(
                7,
                Optional.empty(),
                Exemption.Kind.PLATFORM_OUTAGE,
                span("24 08:30", "24 10:00"),
                "聊环 2026-7",
                "the province's platform was out of order",
                "officer Li",
                at("25 09:00"),
                Optional.of(at("26 09:00")));
        MarksKnown known = new MarksKnown(List.of(), List.of(), List.of(city), List.of());

        assertEquals("due", duty(new MarksInForce(RULES, known, at("25 08:59")), "24 08:00"));
        assertEquals("EXEMPT exemption 7: 聊环 2026-7", duty(new MarksInForce(RULES, known, at("25 09:00")), "24 08:00"));
        assertEquals("due", duty(new MarksInForce(RULES, known, at("25 09:00")), "24 10:00"));
        assertEquals("due", duty(new MarksInForce(RULES, known, at("26 09:00")), "24 08:00"));
    }

    @Test
    void whatIsMissingWhileWeWereDownIsNotCharged() {
        OwnOutage outage = new OwnOutage(3, span("24 08:59", "24 09:01"), OwnOutage.Cause.NOT_RUNNING, at("24 09:01"));
        MarksInForce marks =
                new MarksInForce(RULES, new MarksKnown(List.of(), List.of(), List.of(), List.of(outage)), LATER);

        assertEquals("EXEMPT own outage 3", duty(marks, "24 08:00"));
        assertEquals("EXEMPT own outage 3", duty(marks, "24 09:00"));
        assertEquals("due", duty(marks, "24 10:00"));
        assertEquals(
                new Due.Yes(),
                marks.duty(hour(SO2, "24 08:00"), new Due.Yes(), true),
                "an hour that came all the same is an hour like every other");
    }

    private static String duty(MarksInForce marks, String start) {
        return marks.duty(hour(SO2, start), new Due.Yes(), false)
                .match(yes -> "due", no -> no.reason() + " " + no.document());
    }

    private static String answer(MarksInForce marks, FactorCode factor, String start) {
        return answer(marks, factor, start, BOILER);
    }

    private static String answer(MarksInForce marks, FactorCode factor, String start, String category) {
        return marks.at(hour(factor, start), outlet(category))
                .match(
                        counts -> counts.effect() + " by " + counts.by().mark(),
                        none -> none.reason()
                                + none.considered().stream()
                                        .map(one -> ": " + one.mark() + " " + one.why())
                                        .collect(Collectors.joining()));
    }

    private static String judged(MarksInForce marks, FactorCode factor, String start) {
        return marks.marks(hour(factor, start), outlet(BOILER)).stream()
                .map(mark -> mark.kind() + " " + local(mark.window().start()) + " "
                        + local(mark.window().end()))
                .collect(Collectors.joining(" "));
    }

    private static String local(Instant instant) {
        return instant.plusSeconds(8 * 3600).toString().substring(8, 16);
    }
}
