package io.stackwatch.core.exceedance;

import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.measurement.Validity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that was used to compare an hour with its limit.
 *
 * @param value what was compared, exact, mg/m3 dry at 273 K and 101.325 kPa
 * @param basis which figure that is
 * @param limit the limit in force in that hour
 * @param oxygen measured oxygen of the hour; empty if the limit has no reference oxygen
 * @param proof what proved the valid minutes
 * @param findings what an officer should see beside it
 * @param parameters the rows of the rule's parameters that were in force in that hour
 */
public record Comparison(
        Fraction value,
        Basis basis,
        Limit limit,
        Optional<OxygenContent> oxygen,
        Validity.Proof proof,
        Set<Finding> findings,
        List<RuleParameter> parameters) {

    public Comparison {
        findings = Set.copyOf(findings);
        parameters = List.copyOf(parameters);
    }
}
