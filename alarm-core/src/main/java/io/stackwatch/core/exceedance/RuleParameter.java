package io.stackwatch.core.exceedance;

import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;

/**
 * One dated parameter of a rule: a row of {@code rule-parameters.csv}.
 *
 * @param name such as {@code oxygen.ceiling}
 * @param value as text
 * @param unit what it counts
 * @param effective when it holds
 * @param source where it comes from
 * @param mark how far it has been checked
 */
public record RuleParameter(
        String name, String value, String unit, Effective effective, String source, Verification mark) {}
