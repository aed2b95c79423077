package io.stackwatch.gateway.document;

import io.stackwatch.core.deadline.Period;
import io.stackwatch.core.deadline.PeriodCalculation;
import io.stackwatch.core.enforcement.CaseClock;
import io.stackwatch.core.enforcement.CaseTerms;
import io.stackwatch.core.enforcement.RunningPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an officer must know about last days that rest on a calendar which is not verified. */
final class DoubtedDays {

    private DoubtedDays() {}

    /** What is to be said of a last day; empty if every calendar that it rests on was read. */
    static Optional<String> of(PeriodCalculation calculation) {
        List<PeriodCalculation.Basis> doubts = calculation.doubts().stream()
                .filter(PeriodCalculation.Basis::isCalendar)
                .toList();
        return doubts.isEmpty()
                ? Optional.empty()
                : Optional.of("依据未经核实的工作日历（"
                        + doubts.stream()
                                .map(basis -> basis.what() + " " + basis.mark())
                                .collect(Collectors.joining("、"))
                        + "），节假日安排公布后可能变动");
    }

    /** One remark for each period that runs in the strand of a document and has such a last day. */
    static List<String> remarks(DocumentOrder order, CaseTerms terms) {
        List<String> remarks = new ArrayList<>();
        for (RunningPeriod running : new CaseClock(terms).periods(order.file(), order.strand())) {
            if (running.over().isEmpty()) {
                Period period = terms.periods().at(running.period(), running.begun());
                running.end()
                        .match(
                                ends -> of(ends.calculation())
                                        .map(why -> period.chinese() + "的末日"
                                                + ends.calculation().last() + why),
                                halted -> Optional.<String>empty(),
                                notCounted -> Optional.of(period.chinese() + "的末日不能计算：" + notCounted.why()))
                        .ifPresent(remarks::add);
            }
        }
        return remarks;
    }
}
