package io.stackwatch.gateway.app;

import io.stackwatch.core.enforcement.Actor;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.gateway.casework.CaseworkDesk;
import io.stackwatch.gateway.evidence.ActsOfCase;
import io.stackwatch.gateway.records.CaseActRecords;
import io.stackwatch.gateway.records.CaseFileRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.TrailRecords;
import io.stackwatch.gateway.records.TrailRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the case files of a store say of a case, for its evidence package. */
final class FiledActs implements ActsOfCase {

    private static final int ROWS = 1_000;

    private final RecordStore store;

    FiledActs(RecordStore store) {
        this.store = store;
    }

    @Override
    public Optional<Course> of(CaseId candidate) {
        CaseFileId file = CaseFileId.of(candidate);
        return store.read(handle -> CaseFileRecords.find(handle, file)
                .map(opened -> new Course(
                        CaseActRecords.of(handle, file).stream()
                                .map(row -> act(row.act()))
                                .toList(),
                        trail(handle, file))));
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

    private static Act act(CaseAct act) {
        return new Act(
                act.header().strand().toString(),
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
                step -> "", CaseAct.Issued::number, CaseAct.Served::proof, dated -> "", checked -> "", paid -> ""));
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
