package io.stackwatch.core.marking;

import static io.stackwatch.core.marking.MarkFixture.NOX;
import static io.stackwatch.core.marking.MarkFixture.OUTLET;
import static io.stackwatch.core.marking.MarkFixture.RULES;
import static io.stackwatch.core.marking.MarkFixture.SO2;
import static io.stackwatch.core.marking.MarkFixture.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A data mark that lasts longer than 15 minutes becomes a mark by itself. */
final class AutomaticMarksTest {

    @ParameterizedTest
    @CsvSource({
        "C, 14, TOO_SHORT", "C, 15, TOO_SHORT", "C, 16, CALIBRATION", "M, 16, MAINTENANCE", "D, 16, FAULT",
        "F, 16, EQUIPMENT_STOP", "N, 60, NO_KIND", "T, 60, NO_KIND", "B, 60, NO_KIND", "M, 15, TOO_SHORT"
    })
    void itLastsLongerThanFifteenMinutes(String flag, int minutes, String expected) {
        AutomaticMarks.Found found = RULES.automatic().of(minutes(SO2, flag, "24 08:00", minutes));

        List<String> answers = new ArrayList<>();
        found.marks().forEach(mark -> {
            assertEquals(Duration.ofMinutes(minutes), mark.span().length());
            answers.add(mark.kind().value());
        });
        found.passedOver().forEach(state -> answers.add(state.why().name()));
        assertEquals(List.of(expected), answers);
    }

    @Test
    void aMinuteBetweenMakesTwoStatesOfOne() {
        List<FlaggedSpan> minutes = minutes(SO2, "C", "24 08:00", 10);
        minutes.addAll(minutes(SO2, "N", "24 08:10", 1));
        minutes.addAll(minutes(SO2, "C", "24 08:11", 10));

        assertEquals(List.of(), RULES.automatic().of(minutes).marks());
        minutes.addAll(minutes(SO2, "C", "24 08:10", 1));
        assertEquals(1, RULES.automatic().of(minutes).marks().size(), "control: without the gap it lasts");
    }

    @Test
    void minutesOfAnotherFactorOrFlagAreAnotherState() {
        List<FlaggedSpan> minutes = minutes(SO2, "C", "24 08:00", 10);
        minutes.addAll(minutes(NOX, "C", "24 08:10", 10));
        minutes.addAll(minutes(SO2, "M", "24 08:10", 10));

        assertEquals(List.of(), RULES.automatic().of(minutes).marks());
        assertEquals(3, RULES.automatic().of(minutes).passedOver().size());
    }

    @Test
    void hoursAndMinutesJoinInWhateverOrderTheyCome() {
        List<FlaggedSpan> spans = new ArrayList<>();
        spans.add(new FlaggedSpan(OUTLET, SO2, new Window(at("24 09:00"), at("24 10:00")), new DataFlag("D")));
        spans.addAll(minutes(SO2, "D", "24 08:50", 20));

        assertEquals(
                List.of(new Window(at("24 08:50"), at("24 10:00"))),
                RULES.automatic().of(spans).marks().stream()
                        .map(AutomaticMark::span)
                        .toList());
    }

    private static List<FlaggedSpan> minutes(FactorCode factor, String flag, String from, int count) {
        List<FlaggedSpan> minutes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant start = at(from).plus(Duration.ofMinutes(i));
            minutes.add(new FlaggedSpan(
                    OUTLET, factor, new Window(start, start.plus(Duration.ofMinutes(1))), new DataFlag(flag)));
        }
        return minutes;
    }
}
