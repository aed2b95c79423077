package io.stackwatch.gateway.emission;

import io.stackwatch.core.emission.MassFactors;
import io.stackwatch.core.emission.Substitution;
import io.stackwatch.core.emission.SubstitutionRow;
import io.stackwatch.core.emission.SubstitutionTable;
import io.stackwatch.core.emission.TotalRule;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.marking.MarkRules;
import io.stackwatch.core.quality.QaRule;

/**
 * The rules that totals are made by; immutable, safe to share.
 *
 * @param parameters dated parameters of all rules
 * @param checks what checks of instruments come to
 * @param marks kinds of marks
 * @param factors the factors whose mass is counted
 * @param substitution what stands in the place of lost hours
 * @param totals a total beside a permitted one
 * @param farthestLook how many valid hours a row of the substitution table looks at, at most
 */
public record EmissionRules(
        RuleParameters parameters,
        QaRule checks,
        MarkRules marks,
        MassFactors factors,
        Substitution substitution,
        TotalRule totals,
        int farthestLook) {

    /** The rules with the tables that come with the program. */
    public static EmissionRules load(RuleParameters parameters) {
        SubstitutionTable table = SubstitutionTable.load();
        MassFactors factors = MassFactors.load();
        int farthest = table.rows().stream()
                .mapToInt(SubstitutionRow::validHours)
                .max()
                .orElse(0);
        return new EmissionRules(
                parameters,
                QaRule.load(),
                MarkRules.load(parameters),
                factors,
                new Substitution(table, factors),
                new TotalRule(parameters),
                farthest);
    }
}
