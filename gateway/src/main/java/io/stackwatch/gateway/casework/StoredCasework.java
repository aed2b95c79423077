package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.Actor;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.CaseHour;
import io.stackwatch.core.enforcement.ObjectionProposals;
import io.stackwatch.core.enforcement.Prospects;
import io.stackwatch.core.enforcement.StepRule;
import io.stackwatch.core.penalty.CircumstanceId;
import io.stackwatch.core.penalty.FineAnswer;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.gateway.casework.ActAnswer.NotKept;
import io.stackwatch.gateway.casework.ActAnswer.Reason;
import io.stackwatch.gateway.marking.ProofShelf;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.CaseActRecords;
import io.stackwatch.gateway.records.CaseDeadlineRecords;
import io.stackwatch.gateway.records.CaseFigureRecords;
import io.stackwatch.gateway.records.CaseFigureRecords.CountyFigures;
import io.stackwatch.gateway.records.CaseFileQuery;
import io.stackwatch.gateway.records.CaseFileRecords;
import io.stackwatch.gateway.records.CaseLine;
import io.stackwatch.gateway.records.CaseObjectionRecords;
import io.stackwatch.gateway.records.CasePaperRecords;
import io.stackwatch.gateway.records.PersonRecords;
import io.stackwatch.gateway.records.PersonRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.TrailRecords;
import io.stackwatch.gateway.records.TrailRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.trail.TrailFinding;
import io.stackwatch.gateway.trail.TrailVerification;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Cases of the SQL store: each act is one transaction with everything that follows from it. */
public final class StoredCasework implements CaseworkDesk {

    private final RecordStore store;
    private final CaseTables tables;
    private final Clock clock;
    private final FileOpenings openings;
    private final FileActs acts;
    private final FileRegroupings regroupings;
    private final OwnActs own;
    private final CaseObjections objections;
    private final Prospects prospects;
    private final ObjectionProposals objected = ObjectionProposals.load();
    private final FineSheet fines;
    private final ActCounts counts = new ActCounts();

    public StoredCasework(
            RecordStore store, Supplier<RegistrySnapshot> registry, CaseTables tables, ProofShelf proofs, Clock clock) {
        this.store = store;
        this.tables = tables;
        this.clock = clock;
        this.prospects = new Prospects(tables.process(), tables.terms());
        this.fines = new FineSheet(tables);
        CaseOffice office = new CaseOffice(registry, tables, proofs, new StepRule(tables.process(), tables.terms()));
        this.openings = new FileOpenings(office);
        this.acts = new FileActs(office, fines);
        this.regroupings = new FileRegroupings(office);
        this.own = new OwnActs(office);
        this.objections = new CaseObjections(office, own);
    }

    /** What became of acts. */
    public ActCounts counts() {
        return counts;
    }

    @Override
    public List<CaseLine> files(CaseFileQuery query) {
        return store.read(handle -> CaseFileRecords.list(handle, query));
    }

    @Override
    public Optional<CaseDossier> file(CaseFileId file, Optional<Who> asks) {
        Instant now = now();
        return store.read(handle -> {
            Optional<CaseLedger.Open> open = new CaseLedger(handle, tables).find(file);
            Optional<CaseLine> line = CaseFileRecords.line(handle, file);
            if (open.isEmpty() || line.isEmpty()) {
                return Optional.empty();
            }
            List<CaseHour> hours = CaseHours.named(handle, open.get().file());
            Optional<Actor> asker =
                    asks.flatMap(who -> CaseOffice.person(handle, who, now).map(PersonRow::actor));
            return Optional.of(new CaseDossier(
                    line.get(),
                    open.get().file(),
                    CaseActRecords.of(handle, file),
                    hours,
                    prospects.of(open.get().file(), now, asker),
                    CaseDeadlineRecords.of(handle, file),
                    CaseAccount.of(tables.terms(), open.get().file(), now),
                    new CaseDossier.Papers(
                            CasePaperRecords.of(handle, file),
                            CasePaperRecords.calculations(handle, file),
                            CasePaperRecords.proofs(handle, file),
                            CasePaperRecords.handOvers(handle, file)),
                    CaseObjectionRecords.of(handle, file),
                    objected.of(
                            open.get().file(),
                            hours,
                            CaseObjections.upheld(handle, open.get().row(), hours)),
                    CaseDeadlineRecords.notices(handle, file)));
        });
    }

    @Override
    public Optional<PersonRow> person(Who who) {
        Instant now = now();
        return store.read(handle -> CaseOffice.person(handle, who, now));
    }

    @Override
    public Optional<EnterpriseSight> sight(CaseFileId file, EnterpriseId enterprise) {
        return file(file, Optional.empty())
                .filter(dossier -> dossier.file()
                        .subject()
                        .<Boolean>match(violation -> violation.enterprise().equals(enterprise), county -> false))
                .map(dossier -> EnterpriseSight.of(dossier, tables));
    }

    @Override
    public ActAnswer open(OpenOrder order) {
        Instant now = now();
        new Act(now, order.by().id().value(), order.reason());
        return counts.counted(store.write(handle -> openings.open(handle, order, now)));
    }

    @Override
    public ActAnswer act(ActOrder order) {
        Instant now = now();
        Act checked = new Act(now, order.by().id().value(), order.reason());
        Optional<String> fault = ActMaking.fault(order.kind(), order.carries());
        if (fault.isPresent()) {
            return counts.counted(new NotKept(Reason.INCOMPLETE, fault.get()));
        }
        return counts.counted(store.write(handle -> acts.act(handle, order, checked.reason(), now)));
    }

    @Override
    public ActAnswer regroup(RegroupOrder order) {
        Instant now = now();
        Act checked = new Act(now, order.asks().by().id().value(), order.asks().reason());
        return counts.counted(store.write(handle -> regroupings.regroup(handle, order, checked.reason(), now)));
    }

    @Override
    public ActAnswer receive(CaseFileId file, long document, Who by, String reason) {
        Act act = new Act(now(), by.id().value(), reason);
        return counts.counted(store.write(handle -> own.receive(handle, file, document, by, act)));
    }

    @Override
    public ActAnswer object(CaseFileId file, Instant hour, Who by, String reason) {
        Act act = new Act(now(), by.id().value(), reason);
        return counts.counted(store.write(handle -> objections.object(handle, file, hour, by, act)));
    }

    @Override
    public ActAnswer answer(CaseFileId file, long objection, boolean upheld, Who by, String reason) {
        Act act = new Act(now(), by.id().value(), reason);
        return counts.counted(store.write(handle -> objections.answer(handle, file, objection, upheld, by, act)));
    }

    @Override
    public Optional<FineAnswer> propose(CaseFileId file, Map<CircumstanceId, String> found) {
        return store.read(handle ->
                new CaseLedger(handle, tables).find(file).flatMap(open -> fines.propose(open.file(), found, now())));
    }

    @Override
    public List<CountyFigures> figures(Instant from, Instant until) {
        Instant now = now();
        long within = tables.parameters().duration("handed-on.within", until).toMillis();
        return store.read(handle -> CaseFigureRecords.count(handle, from, until, within, now));
    }

    @Override
    public List<PersonRow> persons() {
        Instant now = now();
        return store.read(handle -> PersonRecords.all(handle, now));
    }

    @Override
    public List<TrailRow> trail(CaseFileId file, long behind, int limit) {
        return store.read(handle -> TrailRecords.about(handle, CaseworkDesk.trailSubject(file), behind, limit));
    }

    @Override
    public TrailFinding verify(Optional<TrailRecords.Head> noted) {
        return store.read(handle -> TrailVerification.of(handle, noted));
    }

    @Override
    public Optional<TrailFinding> verify(CaseFileId file) {
        return store.read(handle -> CaseFileRecords.find(handle, file).map(row -> {
            TrailFinding chain = TrailVerification.of(handle, Optional.empty());
            return chain.match(whole -> FileProof.of(handle, file, whole), broken -> broken);
        }));
    }

    /** As the store keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
