package io.stackwatch.core.marking;

import static io.stackwatch.core.marking.MarkFixture.OUTLET;
import static io.stackwatch.core.marking.MarkFixture.RULES;
import static io.stackwatch.core.marking.MarkFixture.at;
import static io.stackwatch.core.marking.MarkFixture.span;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stop is held against flow, temperature, oxygen and load (falsification indicator F08). */
final class StopCheckTest {

    private static final String TEMPERATURE = "a01012";
    private static final String OXYGEN = "a19001";
    private static final String FLOW = "a00000";

    @ParameterizedTest
    @CsvSource({
        "a01012, 60, degC, , agrees",
        "a01012, 60.01, degC, , 60.01 > 60 degC",
        "a01012, 333, K, , nothing to say",
        "a19001, 19, %, , agrees",
        "a19001, 18.99, %, , 18.99 < 19 %",
        "a00000, 0, m3/s, , agrees",
        "a00000, 0.01, m3/s, , 0.01 > 0 m3/s",
        "a00000, 9.99, m3/s, 50, agrees",
        "a00000, 10, m3/s, 50, 10 >= 10 m3/s",
        "x45001, 0, t/h, , agrees",
        "x45001, 3.5, t/h, , 3.5 > 0 t/h",
        "a21026, 80, mg/m3, , nothing to say"
    })
    void aFigureContradictsBeyondItsBound(String factor, String value, String unit, String range, String expected) {
        StopFinding finding = check("24 08:00", "24 09:00", figure(factor, "24 08:00", value, unit, range));

        assertEquals(
                expected,
                finding.match(
                        consistent -> "agrees",
                        contradicted -> contradicted
                                .figures()
                                .get(0)
                                .toString()
                                .replace(at("24 08:00") + " " + factor + " ", ""),
                        not -> not.why() == StopFinding.Reason.NO_FIGURES ? "nothing to say" : not.toString()));
    }

    @Test
    void agreementNeedsAFigureInEveryWholeHour() {
        StopFigure cold8 = figure(TEMPERATURE, "24 08:00", "20", "degC", null);
        StopFigure cold9 = figure(TEMPERATURE, "24 09:00", "20", "degC", null);

        assertEquals("2 hours agree", MarkFiling.words(check("24 07:30", "24 10:30", cold8, cold9)));
        assertEquals(
                "NO_FIGURES: 1 of 2 hours, the first " + at("24 09:00"),
                MarkFiling.words(check("24 07:30", "24 10:30", cold8)));
        assertEquals(
                "NO_WHOLE_HOUR: " + at("24 08:10") + " to " + at("24 08:50"),
                MarkFiling.words(check("24 08:10", "24 08:50", cold8)));
    }

    @Test
    void oneFigureThatContradictsIsEnoughAndAllAreNamedByHourAndFactor() {
        StopFinding finding = check(
                "24 08:00",
                "24 10:00",
                figure(OXYGEN, "24 09:00", "6.1", "%", null),
                figure(TEMPERATURE, "24 09:00", "120", "degC", null),
                figure(TEMPERATURE, "24 08:00", "95", "degC", null),
                figure(FLOW, "24 08:00", "0", "m3/s", null));

        List<String> named = finding.match(
                consistent -> List.of(),
                contradicted -> contradicted.figures().stream()
                        .map(figure -> figure.factor() + " " + figure.value())
                        .toList(),
                not -> List.of());
        assertEquals(List.of("a01012 95", "a01012 120", "a19001 6.1"), named);
    }

    @Test
    void hoursThatLieOnlyPartlyInsideSayNothing() {
        StopFigure running = figure(TEMPERATURE, "24 08:00", "120", "degC", null);
        StopFigure cold = figure(TEMPERATURE, "24 09:00", "20", "degC", null);

        assertEquals("1 hours agree", MarkFiling.words(check("24 08:01", "24 10:00", running, cold)));
    }

    @Test
    void aStopIsCheckedWhenItsLastHourAndTheGraceAreOver() {
        StopFigure cold = figure(TEMPERATURE, "24 08:00", "20", "degC", null);
        StopFigure running = figure(TEMPERATURE, "24 08:00", "120", "degC", null);

        assertEquals(at("24 10:00"), RULES.stops().checkableFrom(span("24 08:00", "24 09:00")));
        assertEquals(at("24 11:00"), RULES.stops().checkableFrom(span("24 08:00", "24 09:01")));
        assertEquals(
                "NOT_OVER: checked from " + at("24 10:00"),
                MarkFiling.words(RULES.stops().check(span("24 08:00", "24 09:00"), List.of(cold), at("24 09:59"))));
        assertEquals(
                "1 hours agree",
                MarkFiling.words(RULES.stops().check(span("24 08:00", "24 09:00"), List.of(cold), at("24 10:00"))));
        assertEquals(
                "1 figures contradict, the first: " + at("24 08:00") + " a01012 120 > 60 degC",
                MarkFiling.words(RULES.stops().check(span("24 08:00", "24 09:00"), List.of(running), at("24 09:00"))),
                "a contradiction does not wait");
    }

    private static StopFinding check(String from, String until, StopFigure... figures) {
        return RULES.stops().check(span(from, until), new ArrayList<>(List.of(figures)), at("30 00:00"));
    }

    private static StopFigure figure(
            String factor, String hour, String value, String unit, @org.jspecify.annotations.Nullable String range) {
        return new StopFigure(
                new FactorHour(OUTLET, new FactorCode(factor), at(hour)),
                new BigDecimal(value),
                new Unit(unit),
                Optional.ofNullable(range).map(BigDecimal::new));
    }
}
