package io.stackwatch.core.enforcement;

import io.stackwatch.core.registry.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a procedure hands over to another: a row of {@code hand-overs.csv}.
 *
 * @param from the procedure that hands over
 * @param stages where it stands then
 * @param to the procedure that begins
 * @param event the act that begins it
 * @param sameNumber whether the new strand has the number of the old one
 * @param source articles
 */
public record HandOver(
        Procedure from, Set<Stage> stages, Procedure to, ActKind event, boolean sameNumber, String source) {

    public HandOver {
        stages = Set.copyOf(stages);
    }

    private enum Numbering {
        SAME,
        NEXT
    }

    static List<HandOver> read(DataTable table) {
        List<HandOver> rows = new ArrayList<>();
        for (DataTable.Row row : table.rows()) {
            rows.add(new HandOver(
                    row.constant("from_procedure", Procedure.class),
                    Set.copyOf(ProcessRows.list(row, "from", Stage::valueOf)),
                    row.constant("to_procedure", Procedure.class),
                    row.constant("event", ActKind.class),
                    row.constant("number", Numbering.class) == Numbering.SAME,
                    row.text("source")));
        }
        return List.copyOf(rows);
    }

    /** Whether a strand of the file hands over to the one that an act begins. */
    boolean leadsTo(CaseFile file, CaseAct act) {
        return leading(file, act).isPresent();
    }

    /** The strand of the file that hands over to the one that an act begins; the last one, if several do. */
    public Optional<Strand> leading(CaseFile file, CaseAct act) {
        Strand begun = act.header().strand();
        if (to != begun.procedure() || event != act.kind()) {
            return Optional.empty();
        }
        return file.strands().values().stream()
                .filter(strand -> strand.strand().procedure() == from
                        && stages.contains(strand.stage())
                        && (!sameNumber || strand.strand().number() == begun.number()))
                .map(StrandFile::strand)
                .reduce((earlier, later) -> later);
    }
}
