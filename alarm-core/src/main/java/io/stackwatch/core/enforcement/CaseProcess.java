package io.stackwatch.core.enforcement;

import io.stackwatch.core.registry.DataTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The six procedures of the ladder as tables, and how they hand over to each other (decision record 0033). What is not in the
 * tables does not happen. Immutable.
 */
public final class CaseProcess {

    private final List<ProcessRow> rows;
    private final List<HandOver> handOvers;

    private CaseProcess(List<ProcessRow> rows, List<HandOver> handOvers) {
        this.rows = List.copyOf(rows);
        this.handOvers = List.copyOf(handOvers);
    }

    /** The tables that come with the program. */
    public static CaseProcess load() {
        return of(
                DataTable.resource(CaseProcess.class, "case-process.csv"),
                DataTable.resource(CaseProcess.class, "hand-overs.csv"));
    }

    static CaseProcess of(DataTable process, DataTable handOvers) {
        return new CaseProcess(ProcessRows.read(process), HandOver.read(handOvers));
    }

    /** Every row, in the order of the table. */
    public List<ProcessRow> rows() {
        return rows;
    }

    /** The rows of a procedure. */
    public List<ProcessRow> rows(Procedure procedure) {
        return rows.stream().filter(row -> row.procedure() == procedure).toList();
    }

    /** Every hand-over. */
    public List<HandOver> handOvers() {
        return handOvers;
    }

    /** The states that a procedure knows. */
    public Set<Stage> stages(Procedure procedure) {
        Set<Stage> found = EnumSet.noneOf(Stage.class);
        for (ProcessRow row : rows(procedure)) {
            row.from().ifPresent(found::add);
            found.add(row.to());
        }
        return found;
    }

    /** Whether the table has a row for an act in the state of its strand, whatever the act carries. */
    boolean knows(StrandFile strand, ActKind event) {
        return rows.stream().anyMatch(row -> fits(row, strand, event));
    }

    /** The row that an act takes; empty if the table has none. */
    public Optional<ProcessRow> row(StrandFile strand, CaseAct act) {
        return rows.stream()
                .filter(row -> fits(row, strand, act.kind()) && row.takes(strand, act))
                .findFirst();
    }

    private static boolean fits(ProcessRow row, StrandFile strand, ActKind event) {
        return row.procedure() == strand.strand().procedure()
                && row.event() == event
                && row.from().equals(strand.reached());
    }

    /** The table of a procedure as a Mermaid state diagram; an act that leaves the state as it is stands in no arrow. */
    public String mermaid(Procedure procedure) {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        for (ProcessRow row : rows(procedure)) {
            if (row.from().equals(Optional.of(row.to()))) {
                continue;
            }
            text.append("    ")
                    .append(row.from().map(Stage::name).orElse("[*]"))
                    .append(" --> ")
                    .append(row.to())
                    .append(" : ")
                    .append(row.event())
                    .append(row.condition())
                    .append('\n');
        }
        for (Stage stage : stages(procedure)) {
            if (stage.end()) {
                text.append("    ").append(stage).append(" --> [*]\n");
            }
        }
        return text.toString();
    }
}
