package io.stackwatch.core.marking;

import io.stackwatch.core.measurement.Window;
import java.util.List;

/**
 * A working condition that by the marks that count lasts longer than its industry is allowed.
 *
 * @param kind which kind of condition
 * @param condition from its beginning to its end
 * @param beyond what is allowed, and by how much it is longer
 * @param marks the marks that say so
 */
public record Overrun(MarkCode kind, Window condition, Allowance.Beyond beyond, List<MarkId> marks) {

    public Overrun {
        marks = List.copyOf(marks);
    }

    /** In words, with the numbers. */
    public String words() {
        AllowedDuration row = beyond.by();
        String year =
                row.inAYear().map(most -> ", " + Words.length(most) + " a year").orElse("");
        return kind + " " + Words.span(condition) + " by " + marks + ": " + Words.length(condition.length())
                + ", allowed " + Words.length(beyond.allowed()) + " (row " + row.id() + ": "
                + Words.length(row.longest()) + " each" + year + "), beyond by " + Words.length(beyond.excess());
    }
}
