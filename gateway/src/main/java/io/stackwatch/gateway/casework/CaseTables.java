package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.CaseProcess;
import io.stackwatch.core.enforcement.CaseTerms;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.penalty.Discretion;
import io.stackwatch.core.registry.DataTable;

/**
 * The tables by which cases are worked on.
 *
 * @param process the six procedures
 * @param terms calendar, periods, figures and law
 * @param discretion how a fine is proposed
 * @param words how documents are numbered
 * @param parameters what the figures are measured by
 */
public record CaseTables(
        CaseProcess process, CaseTerms terms, Discretion discretion, DocumentWords words, RuleParameters parameters) {

    /** Those that come with the program. */
    public static CaseTables load() {
        return new CaseTables(
                CaseProcess.load(),
                CaseTerms.load(),
                Discretion.load(),
                DocumentWords.load(),
                RuleParameters.of(DataTable.resource(CaseTables.class, "casework-parameters.csv")));
    }
}
