package io.stackwatch.core.marking;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.Verification;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How long a working-condition mark of a kind keeps hours of an industry from being judged: a row of
 * {@link AllowedDurations}.
 *
 * @param id name of the row
 * @param group rows whose hours are counted together over a year
 * @param industry the industry in words
 * @param categories beginnings of the standard categories of outlets it is for
 * @param kind which kind of mark
 * @param longest how long one occurrence may last
 * @param inAYear how long all occurrences of a legal calendar year may last, if that is bounded
 * @param factors which factors it is for; empty for all
 * @param condition what else the source asks for, in words; not checked here
 * @param effective when it holds
 * @param source where it comes from
 * @param mark how far the row has been checked
 */
public record AllowedDuration(
        String id,
        String group,
        String industry,
        List<String> categories,
        MarkCode kind,
        Duration longest,
        Optional<Duration> inAYear,
        Set<FactorCode> factors,
        String condition,
        Effective effective,
        String source,
        Verification mark) {

    public AllowedDuration {
        if (longest.isZero() || longest.isNegative()) {
            throw new IllegalArgumentException(id + " allows " + longest);
        }
        categories = List.copyOf(categories);
        factors = Collections.unmodifiableSet(new TreeSet<>(factors));
    }

    /** Whether it is for an outlet. */
    boolean isFor(Outlet outlet) {
        return outlet.categories().stream()
                .anyMatch(category -> categories.stream().anyMatch(category.value()::startsWith));
    }

    /** Whether hours of a factor are kept from being judged. */
    public boolean covers(FactorCode factor) {
        return factors.isEmpty() || factors.contains(factor);
    }
}
