package io.stackwatch.core.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.deadline.PeriodEnd;
import io.stackwatch.core.deadline.PeriodId;
import io.stackwatch.core.deadline.Tolling;
import io.stackwatch.core.penalty.DailyPenalty;
import io.stackwatch.core.penalty.Recheck;
import io.stackwatch.core.penalty.Surcharge;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.DataTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Dated scenarios of the ladder, one a row of {@code ladder-scenarios.csv}; the last column says how the expected value was found by
 * hand. {@code due} asks for a last day, {@code daily} and {@code surcharge} for amounts, {@code law} for the article, {@code story} for what
 * becomes of a case.
 */
final class LadderScenariosTest {

    private static final DataTable TABLE = DataTable.resource(LadderScenariosTest.class, "ladder-scenarios.csv");

    static Stream<String> ids() {
        return TABLE.rows().stream().map(row -> row.text("id"));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theScenarioComesOutAsByHand(String id) {
        DataTable.Row row = TABLE.rows().stream()
                .filter(candidate -> candidate.text("id").equals(id))
                .findFirst()
                .orElseThrow();
        String given = row.text("given");
        String actual =
                switch (row.text("ask")) {
                    case "due" -> due(words(given));
                    case "daily" -> daily(words(given));
                    case "surcharge" -> surcharge(words(given));
                    case "law" -> law(words(given));
                    case "story" -> story(row.text("about"), given);
                    default -> throw row.fault("ask", "'" + row.text("ask") + "' is not asked here");
                };
        assertEquals(row.text("expected"), actual, row.text("title"));
    }

    @Test
    void thereAreAtLeastSixtyScenariosWithDifferentNamesAndAWayByHand() {
        Set<String> ids = new HashSet<>();
        for (DataTable.Row row : TABLE.rows()) {
            assertTrue(ids.add(row.text("id")), row.text("id"));
            assertFalse(row.text("by_hand").isBlank());
        }
        assertTrue(ids.size() >= 60, ids.size() + " scenarios");
    }

    private static Map<String, String> words(String given) {
        Map<String, String> words = new HashMap<>();
        for (String word : given.split(" ", -1)) {
            int equals = word.indexOf('=');
            words.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return words;
    }

    private static String due(Map<String, String> given) {
        LocalDate event = LocalDate.parse(given.get("event"));
        PeriodEnd end = CaseStory.TERMS
                .count()
                .end(CaseStory.TERMS.periods().at(new PeriodId(given.get("period")), event), event, tollings(given));
        return end.match(
                ends -> ends.calculation().last()
                        + ends.calculation()
                                .movedFrom()
                                .map(day -> " moved from " + day)
                                .orElse(""),
                halted -> "halted by " + halted.since().cause(),
                notCounted -> "not counted");
    }

    private static String daily(Map<String, String> given) {
        LocalDate served = LocalDate.parse(given.get("served"));
        List<Recheck> rechecks = Arrays.stream(given.get("rechecks").split(","))
                .map(text -> new Recheck(LocalDate.parse(text.replace("!", "")), text.endsWith("!")))
                .toList();
        DailyPenalty penalty = DailyPenalty.of(
                Yuan.of(given.get("fine")), CaseStory.TERMS.penalties().dailyFactor(served), served, rechecks);
        return penalty.rounds().stream()
                .map(round -> round.days() + " days " + round.amount() + "; ")
                .collect(Collectors.joining("", "", "total " + penalty.total()));
    }

    private static String surcharge(Map<String, String> given) {
        LocalDate received = LocalDate.parse(given.get("received"));
        LocalDate last = CaseStory.TERMS
                .count()
                .end(CaseStory.TERMS.periods().at(new PeriodId("payment"), received), received, List.of())
                .match(
                        ends -> ends.calculation().last(),
                        halted -> {
                            throw new AssertionError(halted);
                        },
                        notCounted -> {
                            throw new AssertionError(notCounted);
                        });
        Surcharge surcharge = Surcharge.of(
                Yuan.of(given.get("fine")),
                Surcharge.Rate.at(CaseStory.TERMS.penalties(), received),
                last,
                LocalDate.parse(given.get("until")),
                tollings(given));
        return surcharge.days() + " days " + surcharge.amount() + (surcharge.capped() ? " capped" : "");
    }

    private static List<Tolling> tollings(Map<String, String> given) {
        return Optional.ofNullable(given.get("toll")).stream()
                .map(text -> text.split(":", -1))
                .map(parts -> new Tolling(
                        Tolling.Cause.valueOf(parts[0]),
                        LocalDate.parse(parts[1]),
                        parts[2].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(parts[2]))))
                .toList();
    }

    private static String law(Map<String, String> given) {
        LawComparison comparison = LawComparison.of(
                CaseStory.TERMS.law(),
                Matter.valueOf(given.get("matter")),
                CaseStory.noon(given.getOrDefault("begun", given.get("violation"))),
                CaseStory.noon(given.get("violation")),
                CaseStory.noon(given.get("decision")));
        return comparison.outcome() + " "
                + comparison.applies().map(LegalBasis::id).orElse("none");
    }

    private static String story(String about, String given) {
        return CaseStory.tell(subject(about), given.replace("$FINE", CaseStory.FINE))
                .match(
                        taken -> taken.after().strands().values().stream()
                                .map(strand -> strand.strand() + " " + strand.stage())
                                .collect(Collectors.joining("; ")),
                        refused -> "refused " + refused.event() + " "
                                + (refused.detail().isEmpty()
                                        ? refused.reason()
                                        : refused.detail().replaceAll(": .*", "")));
    }

    /** Such as {@code EXCEEDING_PERMIT 2026-08-14}, {@code heating 2026-01-10}, {@code county 2026-09}. */
    private static FileSubject subject(String about) {
        String[] words = about.split(" ", -1);
        return switch (words[0]) {
            case "county" -> CaseStory.county(words[1]);
            case "heating" -> CaseStory.violation(Matter.EXCEEDING_STANDARD, words[1], words[1], true);
            case "harm" -> CaseStory.harmful(words[1]);
            default -> CaseStory.violation(Matter.valueOf(words[0]), words[1], words[words.length - 1], false);
        };
    }
}
