package io.stackwatch.gateway.history;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.ReadingLog.Entry;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.measurement.Unit;

/** Which factor, which figure of it, in which unit; as one word of the dictionary. */
record Measure(FactorCode factor, Statistic statistic, Unit unit) {

    private static final char SEPARATOR = '\t';

    static Measure of(Entry entry) {
        return new Measure(
                entry.reading().factor(),
                entry.reading().statistic(),
                entry.reading().unit());
    }

    static Measure ofWord(String word) {
        int first = word.indexOf(SEPARATOR);
        int second = word.indexOf(SEPARATOR, first + 1);
        return new Measure(
                new FactorCode(word.substring(0, first)),
                Statistic.ofSuffix(word.substring(first + 1, second)).orElseThrow(),
                new Unit(word.substring(second + 1)));
    }

    String word() {
        return factor.value() + SEPARATOR + statistic.suffix() + SEPARATOR + unit.symbol();
    }
}
