package io.stackwatch.core.emission;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Mark;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Instruments of an hour whose datum is invalid by an equipment mark (announcement 2022 no. 21, art. 6): marks that take more of
 * the hour than an hour can lose, as in the hour rule. That such an hour is substituted in totals is HJ 75-2017 table 6, whose
 * identity has not been checked: the mark stays with the row of the table.
 *
 * @param by the factor of each such instrument, with the ids of its marks in one line
 */
public record TakenByMarks(Map<FactorCode, String> by) {

    /** No mark takes anything. */
    public static final TakenByMarks NOTHING = new TakenByMarks(Map.of());

    private static final String MINUTES = "hour.minimum-valid-minutes";

    public TakenByMarks {
        by = Map.copyOf(by);
    }

    /** @param marks the marks that touch the hour, by the factor of the instrument */
    public static TakenByMarks of(FactorHour hour, Map<FactorCode, List<Mark>> marks, RuleParameters parameters) {
        Duration spare = Duration.ofHours(1).minusMinutes(parameters.count(MINUTES, hour.start()));
        Map<FactorCode, String> by = new TreeMap<>();
        marks.forEach((factor, all) -> {
            List<Mark> equipment = all.stream()
                    .filter(mark -> mark.kind() == Mark.Kind.EQUIPMENT)
                    .filter(mark -> !mark.window().overlap(hour.window()).isZero())
                    .toList();
            if (Mark.covered(hour.window(), equipment).compareTo(spare) > 0) {
                by.put(factor, equipment.stream().map(Mark::id).sorted().collect(Collectors.joining(" ")));
            }
        });
        return by.isEmpty() ? NOTHING : new TakenByMarks(by);
    }

    /** What takes the first of some instruments away; empty if none is taken. */
    Optional<String> first(Collection<FactorCode> instruments) {
        return instruments.stream()
                .filter(by::containsKey)
                .findFirst()
                .map(factor -> "mark " + by.get(factor) + " of " + factor);
    }
}
