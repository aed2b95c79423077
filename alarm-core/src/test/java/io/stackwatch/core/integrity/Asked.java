package io.stackwatch.core.integrity;

import io.stackwatch.core.exceedance.RuleParameter;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.registry.DataTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Collectors;

/** Asks detectors in tests, with the tables of the program or with some rows of them changed. */
final class Asked {

    private static final RuleParameters RULES = RuleParameters.load();

    private Asked() {}

    static Detectors detectors() {
        return Detectors.load(RULES, FlagTable.load());
    }

    /** With another figure of one row until a day. */
    static Detectors until(String day, String parameter, String value) {
        StringBuilder table = new StringBuilder("name,value,unit,from,until,source,mark\n");
        for (RuleParameter row : Detectors.ownParameters().rows()) {
            if (row.name().equals(parameter)) {
                table.append(line(row, value, "", day)).append(line(row, row.value(), day, ""));
            } else {
                table.append(line(row, row.value(), "", ""));
            }
        }
        return new Detectors(
                Detectors.inForce(),
                RuleParameters.of(DataTable.parse("detector-parameters.csv", table.toString())),
                RULES,
                WatchedFactors.load(),
                FlagTable.load());
    }

    /** Reading concentrations in a unit that is so many times smaller. */
    static Detectors inUnit(int scale) {
        StringBuilder table = new StringBuilder("factor,role,unit,floor,from,until,source,mark\n");
        for (WatchedFactor row : WatchedFactors.load().at(Instant.parse("2026-11-20T16:00:00Z"))) {
            boolean pollutant = row.role() == Role.POLLUTANT;
            table.append(String.join(
                            ",",
                            row.factor().value(),
                            row.role().name(),
                            (pollutant ? "x" : "") + row.unit(),
                            row.floor()
                                    .multiply(BigDecimal.valueOf(pollutant ? scale : 1))
                                    .toPlainString(),
                            "",
                            "",
                            "test",
                            "DESIGN"))
                    .append('\n');
        }
        return new Detectors(
                Detectors.inForce(),
                Detectors.ownParameters(),
                RULES,
                WatchedFactors.of(DataTable.parse("watched-factors.csv", table.toString())),
                FlagTable.load());
    }

    /** What a detector says: its suspicions in words, {@code found nothing}, or the reason why it cannot say. */
    static String says(String detector, WindowFixture fixture) {
        return says(detectors(), detector, fixture.window());
    }

    static String says(Detectors detectors, String detector, OutletWindow window) {
        return detectors.examine(window).stream()
                .filter(answer -> answer.detector().equals(detector))
                .map(answer -> answer.opinion()
                        .match(
                                suspects -> suspects.suspicions().stream()
                                        .map(Suspicion::words)
                                        .collect(Collectors.joining("; ")),
                                nothing -> "found nothing",
                                cannot -> cannot.why().name()))
                .findFirst()
                .orElseThrow();
    }

    private static String line(RuleParameter row, String value, String from, String until) {
        return String.join(",", row.name(), value, row.unit(), from, until, "test", "DESIGN") + "\n";
    }
}
