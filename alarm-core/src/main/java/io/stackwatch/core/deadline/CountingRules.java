package io.stackwatch.core.deadline;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How days are counted whatever the period, by date: rows of {@code counting-rules.csv}. Immutable. */
public final class CountingRules {

    /** What a row is about. */
    public enum Subject {
        /** How many days after the event day 1 is. */
        FIRST_DAY,
        /** Where a last day on a rest day goes. */
        REST_DAY
    }

    /**
     * One row.
     *
     * @param subject what it is about
     * @param value what it says
     * @param effective when it is the rule
     * @param source where it comes from
     * @param mark how far it has been checked
     */
    public record Rule(Subject subject, String value, Effective effective, String source, Verification mark) {}

    private static final String NEXT = "NEXT_WORKING_DAY";

    private final List<Rule> rows;

    private CountingRules(List<Rule> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The rules that come with the program. */
    public static CountingRules load() {
        return of(DataTable.resource(CountingRules.class, "counting-rules.csv"));
    }

    static CountingRules of(DataTable table) {
        List<Rule> rows = new ArrayList<>();
        for (DataTable.Row row : table.rows()) {
            Rule rule = new Rule(
                    row.constant("rule", Subject.class),
                    row.text("value"),
                    row.effective(LegalTime.ZONE),
                    row.text("source"),
                    row.constant("mark", Verification.class));
            boolean fits = rule.subject() == Subject.REST_DAY
                    ? rule.value().equals(NEXT)
                    : rule.value().matches("[01]");
            if (!fits) {
                throw row.fault("value", "'" + rule.value() + "' is no way to count " + rule.subject());
            }
            rows.add(rule);
        }
        return new CountingRules(rows);
    }

    /** The row for what begins on a day. */
    public Rule at(Subject subject, LocalDate day) {
        return rows.stream()
                .filter(rule -> rule.subject() == subject
                        && rule.effective()
                                .contains(day.atStartOfDay(LegalTime.ZONE).toInstant()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no counting rule " + subject + " on " + day));
    }

    /** Every row. */
    public List<Rule> rows() {
        return rows;
    }
}
