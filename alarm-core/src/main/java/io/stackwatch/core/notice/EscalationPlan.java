package io.stackwatch.core.notice;

import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chains of escalation and which kind of alarm takes which, as data. Immutable; safe to share. */
public final class EscalationPlan {

    /** The row of {@code escalation-types.csv} for every kind that has no row of its own. */
    private static final String ANY = "*";

    /**
     * Which chain a kind of alarm takes.
     *
     * @param chain empty: nobody is told
     * @param endsWithCause whether nobody need acknowledge any more what has ended by itself
     */
    public record Assigned(Optional<String> chain, boolean endsWithCause) {}

    private final List<EscalationStep> steps;
    private final Map<String, Assigned> byType;
    private final Assigned any;

    private EscalationPlan(List<EscalationStep> steps, Map<String, Assigned> byType) {
        this.steps = List.copyOf(steps);
        this.byType = Collections.unmodifiableMap(byType);
        Assigned every = byType.get(ANY);
        if (every == null) {
            throw new IllegalArgumentException("escalation-types.csv has no row " + ANY);
        }
        this.any = every;
        byType.forEach((type, assigned) -> assigned.chain()
                .filter(chain -> steps.stream().noneMatch(step -> step.chain().equals(chain)))
                .ifPresent(chain -> {
                    throw new IllegalArgumentException(
                            "escalation-types.csv: " + type + " takes the unknown chain " + chain);
                }));
    }

    /** The plan that comes with the program. */
    public static EscalationPlan load() {
        return of(
                DataTable.resource(EscalationPlan.class, "escalation.csv"),
                DataTable.resource(EscalationPlan.class, "escalation-types.csv"));
    }

    /** Reads a plan from its two tables. */
    public static EscalationPlan of(DataTable steps, DataTable types) {
        List<EscalationStep> read = new ArrayList<>();
        for (DataTable.Row row : steps.rows()) {
            EscalationStep step = step(row);
            boolean twice = read.stream()
                    .anyMatch(other -> other.chain().equals(step.chain())
                            && other.level() == step.level()
                            && other.effective().overlaps(step.effective()));
            if (twice) {
                throw row.fault("level", "two rows of " + step.chain() + " " + step.level() + " hold at the same time");
            }
            read.add(step);
        }
        Map<String, Assigned> byType = new LinkedHashMap<>();
        for (DataTable.Row row : types.rows()) {
            Assigned assigned = new Assigned(row.optional("chain"), yes(row, "ends_with_cause"));
            if (byType.put(row.text("type"), assigned) != null) {
                throw row.fault("type", "two rows for " + row.text("type"));
            }
        }
        return new EscalationPlan(read, byType);
    }

    private static EscalationStep step(DataTable.Row row) {
        Effective effective = row.effective(LegalTime.ZONE);
        return new EscalationStep(
                row.text("chain"),
                row.decimal("level").intValueExact(),
                minutes(row, "after_minutes").orElseThrow(() -> row.fault("after_minutes", "must not be empty")),
                row.optional("at_once_from").map(AlarmLevel::valueOf),
                Arrays.stream(row.text("roles").split(" ", -1))
                        .map(DutyRole::valueOf)
                        .toList(),
                row.text("demand"),
                minutes(row, "answer_minutes"),
                minutes(row, "remind_minutes"),
                effective,
                row.text("source"),
                row.constant("mark", Verification.class));
    }

    private static Optional<Duration> minutes(DataTable.Row row, String column) {
        return row.optionalDecimal(column).map(minutes -> Duration.ofMinutes(minutes.longValueExact()));
    }

    private static boolean yes(DataTable.Row row, String column) {
        return switch (row.text(column)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw row.fault(column, "yes or no");
        };
    }

    /** Which chain a kind of alarm takes. */
    public Assigned of(AlarmType type) {
        Assigned own = byType.get(type.code());
        return own == null ? any : own;
    }

    /** The steps that an alarm takes that began at an instant, by level; empty if nobody is told of its kind. */
    public List<EscalationStep> steps(AlarmType type, Instant began) {
        return of(type).chain().stream()
                .flatMap(chain -> steps.stream().filter(step -> step.chain().equals(chain)))
                .filter(step -> step.effective().contains(began))
                .sorted(Comparator.comparingInt(EscalationStep::level))
                .toList();
    }

    /** One step of the chain of an alarm that began at an instant; empty if its chain has no such step any more. */
    public Optional<EscalationStep> step(AlarmType type, int level, Instant began) {
        return steps(type, began).stream().filter(step -> step.level() == level).findFirst();
    }

    /** Every row of a step. */
    public List<EscalationStep> rows() {
        return steps;
    }
}
