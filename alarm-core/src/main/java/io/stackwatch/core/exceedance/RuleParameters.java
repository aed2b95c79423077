package io.stackwatch.core.exceedance;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The dated parameters of all rules; immutable. A parameter that is asked for and not there is a broken table. */
public final class RuleParameters {

    private final Map<String, List<RuleParameter>> byName;

    private RuleParameters(Map<String, List<RuleParameter>> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /** The parameters that come with the program. */
    public static RuleParameters load() {
        return of(DataTable.resource(RuleParameters.class, "rule-parameters.csv"));
    }

    /** Reads them from a table with the columns name, value, unit, from, until, source, mark. */
    public static RuleParameters of(DataTable table) {
        Map<String, List<RuleParameter>> byName = new TreeMap<>();
        for (DataTable.Row row : table.rows()) {
            RuleParameter parameter = new RuleParameter(
                    row.text("name"),
                    row.text("value"),
                    row.text("unit"),
                    row.effective(LegalTime.ZONE),
                    row.text("source"),
                    row.constant("mark", Verification.class));
            List<RuleParameter> versions = byName.computeIfAbsent(parameter.name(), k -> new ArrayList<>());
            if (versions.stream().anyMatch(other -> other.effective().overlaps(parameter.effective()))) {
                throw row.fault("from", "two rows of " + parameter.name() + " hold at the same time");
            }
            versions.add(parameter);
        }
        byName.replaceAll((name, versions) -> List.copyOf(versions));
        return new RuleParameters(byName);
    }

    /** Every row. */
    public List<RuleParameter> rows() {
        return byName.values().stream().flatMap(List::stream).toList();
    }

    /** The row in force at an instant. */
    public RuleParameter at(String name, Instant instant) {
        return find(name, instant)
                .orElseThrow(() -> new IllegalArgumentException("no parameter " + name + " at " + instant));
    }

    /** The row in force at an instant, of a parameter that has a beginning; empty before it. */
    public Optional<RuleParameter> find(String name, Instant instant) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(parameter -> parameter.effective().contains(instant))
                .findFirst();
    }

    /** The value in force at an instant, as a decimal in the row's unit. */
    public BigDecimal decimal(String name, Instant instant) {
        return new BigDecimal(at(name, instant).value());
    }

    /** The value in force at an instant, as a whole number in the row's unit. */
    public int count(String name, Instant instant) {
        return decimal(name, instant).intValueExact();
    }

    /** The value in force at an instant, of a row whose unit is {@code seconds}, {@code minutes} or {@code hours}. */
    public Duration duration(String name, Instant instant) {
        RuleParameter row = at(name, instant);
        return switch (row.unit()) {
            case "seconds" -> Duration.ofSeconds(Long.parseLong(row.value()));
            case "minutes" -> Duration.ofMinutes(Long.parseLong(row.value()));
            case "hours" -> Duration.ofHours(Long.parseLong(row.value()));
            default ->
                throw new IllegalArgumentException(name + " counts " + row.unit() + ", not seconds, minutes or hours");
        };
    }

    /** The value in force at an instant, of a row whose unit is {@code time of day}. */
    public LocalTime timeOfDay(String name, Instant instant) {
        return LocalTime.parse(at(name, instant).value());
    }
}
