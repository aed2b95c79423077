package io.stackwatch.core.integrity;

import io.stackwatch.core.averaging.AveragingTerms;
import io.stackwatch.core.exceedance.RuleParameter;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The parameters of one detector at one date: the rows that begin with its name, and those shared by several. Immutable.
 */
final class Terms {

    private final String detector;
    private final Map<String, RuleParameter> rows;
    private final AveragingTerms averaging;

    private Terms(String detector, Map<String, RuleParameter> rows, AveragingTerms averaging) {
        this.detector = detector;
        this.rows = rows;
        this.averaging = averaging;
    }

    /**
     * The rows in force at an instant; empty if the detector has none then.
     *
     * @param shared beginnings of names of rows that the detector uses beside its own
     */
    static Optional<Terms> at(
            String detector, List<String> shared, RuleParameters own, RuleParameters rules, Instant instant) {
        Map<String, RuleParameter> rows = new TreeMap<>();
        Stream.concat(own.rows().stream(), rules.rows().stream())
                .filter(row -> row.effective().contains(instant))
                .filter(row -> row.name().startsWith(detector + ".")
                        || shared.stream().anyMatch(beginning -> row.name().startsWith(beginning)))
                .forEach(row -> rows.put(row.name(), row));
        return own.rows().stream()
                        .anyMatch(row ->
                                row.equals(rows.get(row.name())) && row.name().startsWith(detector + "."))
                ? Optional.of(new Terms(detector, rows, AveragingTerms.at(rules, instant)))
                : Optional.empty();
    }

    /** A number by the last part of its name, or by its whole name if it is shared. */
    BigDecimal decimal(String name) {
        return new BigDecimal(row(name).value());
    }

    int count(String name) {
        return decimal(name).intValueExact();
    }

    /** A span of time of a row whose unit is minutes or hours. */
    Duration duration(String name) {
        RuleParameter row = row(name);
        return switch (row.unit()) {
            case "minutes" -> Duration.ofMinutes(Long.parseLong(row.value()));
            case "hours" -> Duration.ofHours(Long.parseLong(row.value()));
            default -> throw new IllegalArgumentException(row.name() + " counts " + row.unit());
        };
    }

    /** The words of a row that is a list of them. */
    Set<String> words(String name) {
        return Set.of(row(name).value().split(" ", -1));
    }

    AveragingTerms averaging() {
        return averaging;
    }

    private RuleParameter row(String name) {
        RuleParameter own = rows.get(detector + "." + name);
        RuleParameter row = own == null ? rows.get(name) : own;
        if (row == null) {
            throw new IllegalArgumentException("no parameter " + name + " of " + detector);
        }
        return row;
    }

    Suspicion suspicion(OutletView view, FactorCode factor, Window window, List<Shown> values, String words) {
        return new Suspicion(detector, view.outlet(), factor, window, values, words, List.copyOf(rows.values()));
    }
}
