package io.stackwatch.core.marking;

import static io.stackwatch.core.marking.MarkFixture.NOX;
import static io.stackwatch.core.marking.MarkFixture.SO2;
import static io.stackwatch.core.marking.MarkFixture.at;
import static io.stackwatch.core.marking.MarkFixture.outlet;
import static io.stackwatch.core.marking.MarkFixture.span;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.measurement.Window;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a working condition may keep hours from being judged, by industry. */
final class AllowedDurationsTest {

    private final AllowedDurations table = AllowedDurations.load();

    @ParameterizedTest
    @CsvSource({
        "GB13271-2014.01, START_UP_COLD, 24 12:00, 0, boiler-start-cold PT4H",
        "GB13271-2014.01, START_UP_COLD, 24 12:01, 0, boiler-start-cold PT4H beyond by PT1M",
        "GB13271-2014.01, START_UP_HOT, 24 10:00, 0, boiler-start-hot PT2H",
        "GB13271-2014.01, SHUT_DOWN, 24 10:00, 0, boiler-stop PT1H beyond by PT1H",
        "GB4915-2013.01, START_UP_COLD, 25 20:00, 0, cement-start-cold PT36H",
        "GB28662-2012.01, START_UP_COLD, 24 16:01, 0, sinter-start PT8H beyond by PT1M",
        "GB29620-2013.01, SHUT_DOWN, 24 10:00, 0, kiln-stop PT2H",
        "GB18485-2014.01, PROCESS_FAULT, 24 12:00, 56, waste-fault PT4H",
        "GB18485-2014.01, PROCESS_FAULT, 24 12:00, 57, waste-fault PT3H beyond by PT1H",
        "GB18485-2014.01, PROCESS_FAULT, 24 12:00, 61, waste-fault PT0S beyond by PT4H",
        "GB13271-2014.01, ACCIDENT, 24 09:00, 0, NOT_FOR_THIS_KIND",
        "GB4915-2013.06, START_UP_COLD, 24 09:00, 0, NOT_FOR_THIS_INDUSTRY",
        "GB26453-2022.01, START_UP_COLD, 24 09:00, 0, NOT_FOR_THIS_INDUSTRY"
    })
    void theRowOfTheIndustryDecides(String category, String kind, String until, int usedHours, String expected) {
        Allowance allowance = table.decide(
                outlet(category), new MarkCode(kind), span("24 08:00", until), Duration.ofHours(usedHours));

        assertEquals(
                expected,
                allowance.match(
                        within -> within.by().id() + " " + within.allowed(),
                        beyond -> beyond.by().id() + " " + beyond.allowed() + " beyond by " + beyond.excess(),
                        none -> none.why().name()));
    }

    @Test
    void ofSeveralRowsThatFitTheShortestHolds() {
        Allowance allowance = table.decide(
                outlet("GB13271-2014.01", "GB13223-2011.01"),
                new MarkCode("START_UP_HOT"),
                span("24 08:00", "24 11:00"),
                Duration.ZERO);

        assertEquals("boiler-start-hot", allowance.row().orElseThrow().id());
        assertEquals(at("24 10:00"), allowance.until(at("24 08:00")));
    }

    @Test
    void aRowHoldsFromItsFirstDay() {
        Window before2023 = new Window(
                at("24 08:00").minus(Duration.ofDays(5 * 365)), at("24 09:00").minus(Duration.ofDays(5 * 365)));

        assertEquals(
                new Allowance.NoRow(Allowance.Reason.NOT_IN_FORCE),
                table.decide(outlet("GB13271-2014.01"), new MarkCode("START_UP_COLD"), before2023, Duration.ZERO));
    }

    @Test
    void aRowIsForItsFactorsAndAnEmptyListForAll() {
        AllowedDuration boiler = row("boiler-start-cold");

        assertTrue(boiler.covers(NOX));
        assertFalse(boiler.covers(SO2));
        assertTrue(row("waste-fault").covers(SO2));
    }

    private AllowedDuration row(String id) {
        return table.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
