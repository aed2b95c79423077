package io.stackwatch.gateway.judgement;

import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.DeviationEpisodes;
import io.stackwatch.core.alarm.ExceedanceEpisodes;
import io.stackwatch.core.alarm.MissingDataEpisodes;
import io.stackwatch.core.emission.HourMassRule;
import io.stackwatch.core.emission.MassFactors;
import io.stackwatch.core.enforcement.CaseRule;
import io.stackwatch.core.enforcement.LegalBook;
import io.stackwatch.core.exceedance.HourJudgement;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.integrity.MadeAgainstReported;
import io.stackwatch.core.marking.MarkRules;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.quality.ConversionAudit;
import io.stackwatch.core.quality.QaRule;

/**
 * The rules that the core cursor asks; immutable, safe to share.
 *
 * @param parameters dated parameters of all rules
 * @param flags what the letters of data marks mean
 * @param hour the hour rule
 * @param exceedances how verdicts become alarms
 * @param missing how missing hours become alarms
 * @param accounts whether an hour made by us and the one reported agree
 * @param deviations how hours that do not agree become alarms
 * @param conversions whether a logger's conversion to reference oxygen and ours agree
 * @param converted how hours whose conversions do not agree become alarms
 * @param mass the mass of an hour
 * @param massFactors the factors whose mass is counted
 * @param stops how figures that come under a stop become alarms
 * @param marks kinds, allowed durations and filing of marks
 * @param checks what checks of instruments come to
 * @param cases how exceedances of a day become a candidate case
 */
public record JudgementRules(
        RuleParameters parameters,
        FlagTable flags,
        HourJudgement hour,
        ExceedanceEpisodes exceedances,
        MissingDataEpisodes missing,
        MadeAgainstReported accounts,
        DeviationEpisodes deviations,
        ConversionAudit conversions,
        DeviationEpisodes converted,
        HourMassRule mass,
        MassFactors massFactors,
        DeviationEpisodes stops,
        MarkRules marks,
        QaRule checks,
        CaseRule cases) {

    /** The rules with the tables that come with the program. */
    public static JudgementRules load() {
        return of(RuleParameters.load(), FlagTable.load(), LegalBook.load());
    }

    /** The rules with other tables, such as for the question "what if". */
    public static JudgementRules of(RuleParameters parameters, FlagTable flags, LegalBook law) {
        return new JudgementRules(
                parameters,
                flags,
                new HourJudgement(parameters, flags),
                new ExceedanceEpisodes(parameters),
                new MissingDataEpisodes(parameters),
                new MadeAgainstReported(parameters, flags),
                new DeviationEpisodes(AlarmType.MADE_DEVIATES),
                new ConversionAudit(parameters),
                new DeviationEpisodes(AlarmType.CONVERSION_DEVIATES),
                new HourMassRule(parameters, flags),
                MassFactors.load(),
                DeviationEpisodes.underStops(),
                MarkRules.load(parameters),
                QaRule.load(),
                new CaseRule(law));
    }
}
