package io.stackwatch.core.transmission;

import io.stackwatch.core.measurement.FactorHour;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the hours of one factor in one legal day stand. Beyond single hours it knows what a day knows: a standard check takes no
 * more hours out of the count than the row allows (1 of 24: 23 of 23 is 100 %), and the first ones of the day.
 */
public final class DayStandings {

    private final StandingRule rule;
    private final CountTerms terms;

    public DayStandings(CountTerms terms) {
        this.rule = new StandingRule(terms);
        this.terms = terms;
    }

    /**
     * The answers, in the order of the hours.
     *
     * @param questions hours of one factor in one day, in any order
     * @param finalAt cut-off of the final figure; what became known later is not in the real-time figure either
     */
    public Map<FactorHour, StandingAnswer> of(Collection<HourQuestion> questions, Variant variant, Instant finalAt) {
        Map<FactorHour, StandingAnswer> answers = new LinkedHashMap<>();
        int checks = 0;
        for (HourQuestion question : questions.stream()
                .sorted(Comparator.comparing(one -> one.hour().start()))
                .toList()) {
            Cutoff cutoff = Cutoff.of(variant, question.hour(), finalAt, terms);
            StandingAnswer answer = rule.answer(question, cutoff);
            if (tookByCheck(answer) && ++checks > terms.standardChecks()) {
                answer = rule.answer(withoutChecks(question), cutoff);
            }
            answers.put(question.hour(), answer);
        }
        return answers;
    }

    private static boolean tookByCheck(StandingAnswer answer) {
        return answer.standing()
                .match(no -> no.reason() == Due.Reason.STANDARD_CHECK, m -> false, n -> false, v -> false);
    }

    private static HourQuestion withoutChecks(HourQuestion question) {
        List<Circumstance> others = question.circumstances().stream()
                .filter(one -> one.kind() != Circumstance.Kind.STANDARD_CHECK)
                .toList();
        return new HourQuestion(question.hour(), question.due(), question.versions(), others, question.range());
    }
}
