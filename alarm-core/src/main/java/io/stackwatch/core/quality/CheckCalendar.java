package io.stackwatch.core.quality;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which checks of an outlet are overdue (HJ 75-2017 part 11: intervals by how a check is made). What the last check came to
 * does not matter: a failing one was made. Immutable.
 */
public final class CheckCalendar {

    private final QaRule rule;

    public CheckCalendar(QaRule rule) {
        this.rule = rule;
    }

    /**
     * How the checks of an outlet stand, by factor and check: those that the table asks for, and those that were recorded.
     *
     * @param factors the factors that the outlet must report
     * @param events its checks that were not withdrawn, in any order
     */
    public List<DueCheck> of(OutletId outlet, Collection<FactorCode> factors, Collection<QaEvent> events, Instant now) {
        Map<QaEvent.Subject, QaEvent> newest = new HashMap<>();
        for (QaEvent event : events) {
            if (event.subject().outlet().equals(outlet) && !event.at().isAfter(now)) {
                newest.merge(event.subject(), event, CheckCalendar::later);
            }
        }
        List<DueCheck> answers = new ArrayList<>();
        newest.values().forEach(event -> answers.add(ofLast(event, now)));
        for (FactorCode factor : factors) {
            for (QaCheck check : QaCheck.values()) {
                QaEvent.Subject subject = new QaEvent.Subject(outlet, factor, check);
                if (!newest.containsKey(subject) && isAskedFor(subject, now)) {
                    answers.add(
                            new DueCheck(subject, Optional.empty(), Optional.empty(), DueCheck.State.NEVER_RECORDED));
                }
            }
        }
        answers.sort(Comparator.comparing((DueCheck answer) -> answer.subject().factor())
                .thenComparing(answer -> answer.subject().check()));
        return answers;
    }

    private boolean isAskedFor(QaEvent.Subject subject, Instant now) {
        return rule.measurands()
                .of(subject.factor())
                .filter(measurand -> rule.limits().isAskedFor(subject.check(), measurand, now))
                .isPresent();
    }

    private DueCheck ofLast(QaEvent last, Instant now) {
        Optional<Period> interval = rule.measurands()
                .of(last.subject().factor())
                .flatMap(
                        measurand -> rule.limits().interval(last.subject().check(), measurand, last.mode(), last.at()));
        Optional<Instant> due = interval.map(
                period -> last.at().atZone(LegalTime.ZONE).plus(period).toInstant());
        DueCheck.State state = due.map(
                        instant -> now.isAfter(instant) ? DueCheck.State.OVERDUE : DueCheck.State.IN_TIME)
                .orElse(DueCheck.State.NO_INTERVAL);
        return new DueCheck(last.subject(), Optional.of(last), due, state);
    }

    private static QaEvent later(QaEvent one, QaEvent other) {
        Comparator<QaEvent> byTime = Comparator.comparing(QaEvent::at).thenComparing(QaEvent::number);
        return byTime.compare(one, other) >= 0 ? one : other;
    }
}
