package io.stackwatch.core.marking;

import static io.stackwatch.core.marking.MarkFixture.PARAMETERS;
import static io.stackwatch.core.marking.MarkFixture.RULES;
import static io.stackwatch.core.marking.MarkFixture.accepted;
import static io.stackwatch.core.marking.MarkFixture.at;
import static io.stackwatch.core.marking.MarkFixture.content;
import static io.stackwatch.core.marking.MarkFixture.filed;
import static io.stackwatch.core.marking.MarkFixture.known;
import static io.stackwatch.core.marking.MarkFixture.outlet;
import static io.stackwatch.core.marking.MarkFixture.proved;
import static io.stackwatch.core.marking.MarkFixture.then;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.alarm.MarkMatter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of the marks of a boiler and of a waste incinerator an officer should know. */
final class MarkMattersTest {

    private static final String BOILER = "GB13271-2014.01";
    private static final String WASTE = "GB18485-2014";

    @Test
    void aLateVersionThatWaitsIsAMatterWithItsLatenessAndADecidedOneIsNone() {
        FilingDecision decision = new MarkFiling(RULES.kinds(), PARAMETERS)
                .decide(
                        new Filing(
                                new MarkId("M-1"),
                                0,
                                Optional.of(proved(content("FAULT", "24 08:30", "24 10:00"))),
                                "Wang",
                                "the line was cut"),
                        Optional.empty(),
                        Optional.empty(),
                        at("25 15:20"));
        FilingDecision.Taken taken = decision.match(yes -> yes, no -> {
            throw new AssertionError(no);
        });
        FiledVersion waiting = new FiledVersion(taken.version(), List.of(taken.filed()));
        assertEquals(
                List.of(
                        new MarkMatter(
                                at("24 08:00"),
                                at("25 15:00"),
                                "M-1/1 FAULT 2026-11-24 08:30 to 2026-11-24 10:00: filed 3 h 20 min after the marking window of"
                                        + " 2026-11-24 closed at 2026-11-25 12:00, by Wang: the line was cut; an officer decides")),
                late(waiting));
        assertEquals(List.of(), late(then(waiting, MarkEvent.APPROVED, "26 09:00")));
        assertEquals(List.of(), late(then(waiting, MarkEvent.REFUSED, "26 09:00")));
        assertEquals(List.of(), late(then(waiting, MarkEvent.REPLACED, "26 09:00")));
    }

    @Test
    void aMarkThatWaitsForAnotherReasonIsNotLate() {
        assertEquals(
                List.of(),
                late(filed(
                        "M-1",
                        1,
                        Optional.of(content("STOP", "24 08:00", "24 10:00")),
                        MarkEvent.FILED_CONTRADICTED,
                        "24 11:00")));
    }

    @Test
    void aLateWithdrawalIsAboutTheHoursThatItTakesBack() {
        FiledVersion first = filed(
                "M-1", 1, Optional.of(content("FAULT", "24 08:00", "24 10:00")), MarkEvent.FILED_IN_TIME, "24 11:00");
        FiledVersion withdrawal = filed("M-1", 2, Optional.empty(), MarkEvent.FILED_LATE, "26 09:00");
        MarkMatter matter = late(first, withdrawal).get(0);
        assertEquals(at("24 08:00"), matter.firstHour());
        assertTrue(
                matter.words().startsWith("M-1/2 withdraws FAULT 2026-11-24 08:00 to 2026-11-24 10:00: "),
                matter.words());
    }

    @Test
    void marksOfOneConditionAreHeldTogetherAgainstWhatOneOccurrenceMayLast() {
        MarkFile first = accepted("M-1", content("START_UP_COLD", "24 08:00", "24 11:00"));
        assertEquals(List.of(), beyond(BOILER, first));
        assertEquals(
                List.of("START_UP_COLD 2026-11-24 08:00 to 2026-11-24 13:30 by [M-1, M-2]: 5 h 30 min, allowed 4 h (row"
                        + " boiler-start-cold: 4 h each), beyond by 1 h 30 min"),
                beyond(BOILER, first, accepted("M-2", content("START_UP_COLD", "24 11:00", "24 13:30"))));
    }

    // 60 hours a year: fifteen faults of four hours, the sixteenth has none left
    @Test
    void aYearThatIsUsedUpIsBeyondWithTheFirstHourAfterIt() {
        MarkFile[] faults = new MarkFile[16];
        for (int i = 0; i < 16; i++) {
            String day = "%02d".formatted(i + 1);
            faults[i] = accepted("M-" + i, content("PROCESS_FAULT", day + " 08:00", day + " 12:00"));
        }
        assertEquals(
                List.of(
                        "PROCESS_FAULT 2026-11-16 08:00 to 2026-11-16 12:00 by [M-15]: 4 h, allowed 0 h (row waste-fault: 4 h"
                                + " each, 60 h a year), beyond by 4 h"),
                beyond(WASTE, faults));
    }

    @Test
    void whatDoesNotCountIsNoAbuseAndWhereNoRowAllowsAnythingNothingIsExceeded() {
        MarkFile pending = new MarkFile(
                new MarkId("M-1"),
                List.of(filed(
                        "M-1",
                        1,
                        Optional.of(content("START_UP_COLD", "24 08:00", "24 20:00")),
                        MarkEvent.FILED_LATE,
                        "26 09:00")));
        assertEquals(List.of(), beyond(BOILER, pending));
        assertEquals(List.of(), beyond(BOILER, accepted("M-1", content("ACCIDENT", "24 08:00", "24 20:00"))));
        assertEquals(List.of(), beyond(BOILER, accepted("M-1", content("FAULT", "24 08:00", "24 20:00"))));
    }

    private static List<MarkMatter> late(FiledVersion... versions) {
        return MarkMatters.late(List.of(new MarkFile(new MarkId("M-1"), List.of(versions))));
    }

    private static List<String> beyond(String category, MarkFile... files) {
        MarksInForce marks = new MarksInForce(RULES, known(files), at("30 00:00"));
        return MarkMatters.beyond(marks.overruns(Instant.EPOCH, instant -> Optional.of(outlet(category)))).stream()
                .map(MarkMatter::words)
                .toList();
    }
}
