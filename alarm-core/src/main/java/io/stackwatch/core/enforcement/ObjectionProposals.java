package io.stackwatch.core.enforcement;

import io.stackwatch.core.registry.DataTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an officer is proposed to do when objections to hours of a case were upheld; it does nothing. Pure; safe to share. */
public final class ObjectionProposals {

    private static final Strand PENALTY = new Strand(Procedure.PENALTY, 1);

    private final List<Row> rows;

    private ObjectionProposals(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** How many hours of a file upheld objections take. */
    enum Share {
        ALL,
        SOME
    }

    record Row(Stage stage, Share share, ActKind act, String source) {}

    /**
     * What is proposed.
     *
     * @param strand in which
     * @param act the next act
     * @param hours the hours that upheld objections take
     * @param source the rule
     */
    public record Proposal(Strand strand, ActKind act, List<CaseHour> hours, String source) {
        public Proposal {
            hours = List.copyOf(hours);
        }
    }

    /** The table that comes with the program. */
    public static ObjectionProposals load() {
        List<Row> rows = new ArrayList<>();
        for (DataTable.Row row : DataTable.resource(ObjectionProposals.class, "objection-proposals.csv")
                .rows()) {
            Row read = new Row(
                    row.constant("stage", Stage.class),
                    row.constant("hours", Share.class),
                    row.constant("act", ActKind.class),
                    row.text("source"));
            if (rows.stream().anyMatch(other -> other.stage() == read.stage() && other.share() == read.share())) {
                throw row.fault("stage", "two rows for one case");
            }
            rows.add(read);
        }
        return new ObjectionProposals(rows);
    }

    /** The rows of the table. */
    List<Row> rows() {
        return rows;
    }

    /**
     * The proposal for a file; empty if no objection took an hour of it, or nothing can be done where it stands.
     *
     * @param about the hours of the file
     * @param upheld hours that upheld objections take, of this file or others
     */
    public Optional<Proposal> of(CaseFile file, List<CaseHour> about, Collection<CaseHour> upheld) {
        Set<CaseHour> taken = new TreeSet<>(about);
        taken.retainAll(new TreeSet<>(upheld));
        Optional<Stage> stage = file.strand(PENALTY).reached();
        if (taken.isEmpty() || stage.isEmpty()) {
            return Optional.empty();
        }
        Share share = taken.size() == about.size() ? Share.ALL : Share.SOME;
        return rows.stream()
                .filter(row -> row.stage() == stage.get() && row.share() == share)
                .findFirst()
                .map(row -> new Proposal(PENALTY, row.act(), List.copyOf(taken), row.source()));
    }
}
