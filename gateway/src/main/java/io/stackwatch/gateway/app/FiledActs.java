package io.stackwatch.gateway.app;

import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.Actor;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.enforcement.Regrouping;
import io.stackwatch.gateway.casework.CaseworkDesk;
import io.stackwatch.gateway.evidence.ActsOfCase;
import io.stackwatch.gateway.records.CaseActRecords;
import io.stackwatch.gateway.records.CaseActRow;
import io.stackwatch.gateway.records.CaseFileRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.TrailRecords;
import io.stackwatch.gateway.records.TrailRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What the case files of a store say of a case, for its evidence package. */
final class FiledActs implements ActsOfCase {

    private static final int ROWS = 1_000;
    private static final Set<ActKind> GAVE = Set.of(ActKind.MERGED_INTO, ActKind.SPLIT_OFF);

    private final RecordStore store;

    FiledActs(RecordStore store) {
        this.store = store;
    }

    @Override
    public Optional<Course> of(CaseId candidate) {
        CaseFileId file = CaseFileId.of(candidate);
        return store.read(handle -> CaseFileRecords.find(handle, file).map(opened -> course(handle, file)));
    }

    /** The file of the candidate, and those that its hours went to since. */
    private static Course course(Handle handle, CaseFileId first) {
        Set<CaseFileId> files = new LinkedHashSet<>();
        Deque<CaseFileId> next = new ArrayDeque<>(List.of(first));
        List<Act> acts = new ArrayList<>();
        List<TrailLine> trail = new ArrayList<>();
        while (!next.isEmpty()) {
            CaseFileId file = next.remove();
            if (files.add(file)) {
                String named = file.equals(first) ? "" : file + " ";
                for (CaseActRow row : CaseActRecords.of(handle, file)) {
                    acts.add(act(named, row.act()));
                    if (GAVE.contains(row.act().kind())) {
                        row.act().regrouping().map(Regrouping::other).ifPresent(next::add);
                    }
                }
                trail.addAll(trail(handle, file));
            }
        }
        trail.sort(Comparator.comparing(TrailLine::number));
        return new Course(acts, trail);
    }

    private static List<TrailLine> trail(Handle handle, CaseFileId file) {
        List<TrailLine> lines = new ArrayList<>();
        List<TrailRow> some = TrailRecords.about(handle, CaseworkDesk.trailSubject(file), 0, ROWS);
        while (!some.isEmpty()) {
            some.forEach(row -> lines.add(line(row)));
            some = TrailRecords.about(
                    handle,
                    CaseworkDesk.trailSubject(file),
                    some.get(some.size() - 1).number(),
                    ROWS);
        }
        return lines;
    }

    private static Act act(String file, CaseAct act) {
        return new Act(
                file + act.header().strand(),
                act.kind().name(),
                act.day(),
                act.header().at(),
                named(act.header().by()),
                act.header().second().map(FiledActs::named).orElse(""),
                document(act),
                act.amount().map(Object::toString).orElse(""),
                act.header().reason());
    }

    /** The number that an act carries: of its document, or of the receipt of a service. */
    private static String document(CaseAct act) {
        return act.match(new CaseAct.Cases<>(
                step -> "",
                CaseAct.Issued::number,
                CaseAct.Served::proof,
                dated -> "",
                checked -> "",
                paid -> "",
                moved -> moved.what().other().value()));
    }

    private static String named(Actor actor) {
        return actor.id().value() + " (" + actor.role() + ")";
    }

    private static TrailLine line(TrailRow row) {
        return new TrailLine(
                row.number(),
                row.at(),
                row.actor(),
                row.role(),
                row.act(),
                row.subject(),
                row.reason(),
                row.content(),
                row.previous(),
                row.sha256());
    }
}
