package io.stackwatch.gateway.casework;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.ActHeader;
import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.Actor;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.ProcessRow;
import io.stackwatch.core.enforcement.Prospects;
import io.stackwatch.core.enforcement.StepRule;
import io.stackwatch.core.penalty.CircumstanceId;
import io.stackwatch.core.penalty.FineAnswer;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.casework.ActAnswer.Kept;
import io.stackwatch.gateway.casework.ActAnswer.NotKept;
import io.stackwatch.gateway.casework.ActAnswer.NotTaken;
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
import io.stackwatch.gateway.records.CaseRecords;
import io.stackwatch.gateway.records.PersonRecords;
import io.stackwatch.gateway.records.PersonRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.TrailRecords;
import io.stackwatch.gateway.records.TrailRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.trail.TrailEntry;
import io.stackwatch.gateway.trail.TrailFinding;
import io.stackwatch.gateway.trail.TrailVerification;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Cases of the SQL store: each act is one transaction with everything that follows from it. */
public final class StoredCasework implements CaseworkDesk {

    private static final Set<Role> OPENERS = Set.of(Role.OFFICER, Role.HEAD);
    private static final Set<Role> ANSWERERS = Set.of(Role.OFFICER, Role.REVIEWER, Role.HEAD);

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final CaseTables tables;
    private final ProofShelf proofs;
    private final Clock clock;
    private final StepRule rule;
    private final Prospects prospects;
    private final FineSheet fines;
    private final ActCounts counts = new ActCounts();

    public StoredCasework(
            RecordStore store, Supplier<RegistrySnapshot> registry, CaseTables tables, ProofShelf proofs, Clock clock) {
        this.store = store;
        this.registry = registry;
        this.tables = tables;
        this.proofs = proofs;
        this.clock = clock;
        this.rule = new StepRule(tables.process(), tables.terms());
        this.prospects = new Prospects(tables.process(), tables.terms());
        this.fines = new FineSheet(tables);
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
            Optional<Actor> asker = asks.flatMap(who -> person(handle, who, now).map(PersonRow::actor));
            return Optional.of(new CaseDossier(
                    line.get(),
                    open.get().file(),
                    CaseActRecords.of(handle, file),
                    prospects.of(open.get().file(), now, asker),
                    CaseDeadlineRecords.of(handle, file),
                    CaseAccount.of(tables.terms(), open.get().file(), now),
                    new CaseDossier.Papers(
                            CasePaperRecords.of(handle, file),
                            CasePaperRecords.calculations(handle, file),
                            CasePaperRecords.proofs(handle, file),
                            CasePaperRecords.handOvers(handle, file)),
                    CaseObjectionRecords.of(handle, file),
                    CaseDeadlineRecords.notices(handle, file)));
        });
    }

    @Override
    public Optional<PersonRow> person(Who who) {
        Instant now = now();
        return store.read(handle -> person(handle, who, now));
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
        return counts.counted(store.write(handle -> {
            Optional<PersonRow> by = person(handle, order.by(), now);
            return by.isEmpty() ? nobody(order.by()) : open(handle, order, by.get(), now);
        }));
    }

    private ActAnswer open(Handle handle, OpenOrder order, PersonRow by, Instant now) {
        Optional<FileOpening.Draft> draft = order.match(
                candidate -> new FileOpening(handle, registry.get(), tables).of(candidate, now),
                county -> Optional.of(FileOpening.of(county, by.actor(), now)));
        if (draft.isEmpty()) {
            return new NotKept(
                    Reason.UNKNOWN, "there is no candidate case with hours of a registered outlet of that id");
        }
        CaseFileId id = draft.get().row().subject().fileId();
        Optional<String> foreign =
                foreign(by, OPENERS, draft.get().row().subject().region());
        if (foreign.isPresent()) {
            return new NotKept(Reason.NOT_HIS, foreign.get());
        }
        if (CaseFileRecords.find(handle, id).isPresent()) {
            return new NotKept(Reason.DONE_BEFORE, "the file " + id + " was opened before");
        }
        CaseAct first = draft.get().first();
        return rule.decide(CaseFile.about(draft.get().row().subject()), first)
                .match(
                        taken -> {
                            CaseLedger ledger = new CaseLedger(handle, tables);
                            CaseLedger.Open opened =
                                    ledger.open(draft.get().row(), by.role().name());
                            long trail = ledger.keep(
                                    opened,
                                    first,
                                    taken,
                                    new CaseLedger.Beside(DocumentNumbers.none(handle), List.of(), List.of()));
                            return new Kept(id, trail);
                        },
                        NotTaken::new);
    }

    @Override
    public ActAnswer act(ActOrder order) {
        Instant now = now();
        Act checked = new Act(now, order.by().id().value(), order.reason());
        Optional<String> fault = ActMaking.fault(order.kind(), order.carries());
        if (fault.isPresent()) {
            return counts.counted(new NotKept(Reason.INCOMPLETE, fault.get()));
        }
        return counts.counted(store.write(handle -> act(handle, order, checked.reason(), now)));
    }

    private ActAnswer act(Handle handle, ActOrder order, String reason, Instant now) {
        CaseLedger ledger = new CaseLedger(handle, tables);
        Optional<CaseLedger.Open> open = ledger.find(order.file());
        if (open.isEmpty()) {
            return new NotKept(Reason.UNKNOWN, "there is no case file '" + order.file() + "'");
        }
        Optional<PersonRow> by = person(handle, order.by(), now);
        Optional<PersonRow> second = order.second().flatMap(who -> person(handle, who, now));
        if (by.isEmpty() || second.isPresent() != order.second().isPresent()) {
            return nobody(by.isEmpty() ? order.by() : order.second().orElseThrow());
        }
        ActHeader header = new ActHeader(order.strand(), by.get().actor(), second.map(PersonRow::actor), now, reason);
        CaseFile file = open.get().file();
        CaseAct draft = ActMaking.act(header, order.kind(), order.carries(), "-");
        DocumentNumbers numbers = numbers(handle, file, draft);
        Optional<String> number = numbers.first().or(() -> order.carries().number());
        if (order.kind().shape() == ActKind.Shape.ISSUED) {
            if (number.isEmpty()
                    && tables.process().row(file.strand(order.strand()), draft).isPresent()) {
                return new NotKept(
                        Reason.INCOMPLETE, order.kind() + " needs 'number': its document has no series of ours");
            }
            if (numbers.first().isPresent() && order.carries().number().isPresent()) {
                return new NotKept(
                        Reason.INCOMPLETE, order.kind() + " carries no 'number': it gets the next one of its series");
            }
        }
        CaseAct act = ActMaking.act(header, order.kind(), order.carries(), number.orElse("-"));
        return rule.decide(file, act)
                .match(
                        taken -> {
                            FineSheet.Answer sheet = fines.of(file, order, act.day(), now);
                            if (sheet.refused().isPresent()) {
                                return new NotKept(
                                        Reason.AMOUNT_NOT_ALLOWED,
                                        sheet.refused().get());
                            }
                            int place = file.acts().size() + 1;
                            Optional<List<CasePaperRecords.Proof>> shelf = proofs(order, place);
                            if (shelf.isEmpty()) {
                                return new NotKept(
                                        Reason.UNKNOWN,
                                        "a proof that is named is not on the shelf, or its name is no file name");
                            }
                            long trail = ledger.keep(
                                    open.get(), act, taken, new CaseLedger.Beside(numbers, sheet.lines(), shelf.get()));
                            return new Kept(order.file(), trail);
                        },
                        NotTaken::new);
    }

    /** The numbers that are free for the documents of an act; only what is issued or served has one. */
    private DocumentNumbers numbers(Handle handle, CaseFile file, CaseAct draft) {
        ActKind.Shape shape = draft.kind().shape();
        Optional<ProcessRow> row =
                tables.process().row(file.strand(draft.header().strand()), draft);
        return row.isEmpty() || (shape != ActKind.Shape.ISSUED && shape != ActKind.Shape.SERVICE)
                ? DocumentNumbers.none(handle)
                : DocumentNumbers.of(
                        handle,
                        tables.words(),
                        row.get().documents(),
                        file.subject().region(),
                        draft.day());
    }

    private Optional<List<CasePaperRecords.Proof>> proofs(ActOrder order, int place) {
        List<CasePaperRecords.Proof> found = new ArrayList<>();
        for (ActOrder.NamedProof named : order.proofs()) {
            Optional<String> name = ProofShelf.cleaned(named.name());
            Optional<ProofShelf.Stored> stored = proofs.find(named.sha256());
            if (name.isEmpty() || stored.isEmpty()) {
                return Optional.empty();
            }
            found.add(new CasePaperRecords.Proof(
                    place, name.get(), named.sha256(), stored.get().bytes()));
        }
        return Optional.of(found);
    }

    @Override
    public ActAnswer receive(CaseFileId file, long document, Who by, String reason) {
        Act act = new Act(now(), by.id().value(), reason);
        return counts.counted(store.write(handle -> own(handle, file, by, act, found -> {
            boolean there = CasePaperRecords.of(handle, file).stream().anyMatch(paper -> paper.number() == document);
            if (!there) {
                return new NotKept(Reason.UNKNOWN, "the file has no document " + document);
            }
            return CasePaperRecords.receive(handle, document, act)
                    ? written(handle, found, by, "DOCUMENT_RECEIVED", act, "document=" + document)
                    : new NotKept(Reason.DONE_BEFORE, "document " + document + " was received before");
        })));
    }

    @Override
    public ActAnswer object(CaseFileId file, Instant hour, Who by, String reason) {
        Act act = new Act(now(), by.id().value(), reason);
        return counts.counted(store.write(handle -> own(handle, file, by, act, found -> {
            boolean there = found.row()
                    .subject()
                    .match(
                            violation -> CaseRecords.hours(handle, violation.candidate()).stream()
                                    .anyMatch(row -> row.hour().start().equals(hour)),
                            county -> false);
            if (!there) {
                return new NotKept(Reason.UNKNOWN, "the case was not opened on an hour of " + hour);
            }
            long number = CaseObjectionRecords.add(handle, file, hour, act);
            return written(handle, found, by, "HOUR_OBJECTED", act, "objection=" + number + "\nhour=" + hour);
        })));
    }

    /** What an enterprise does beside the tables, in its own case only. */
    private ActAnswer own(Handle handle, CaseFileId file, Who by, Act act, Function<CaseLedger.Open, ActAnswer> work) {
        Optional<CaseLedger.Open> open = new CaseLedger(handle, tables).find(file);
        if (open.isEmpty()) {
            return new NotKept(Reason.UNKNOWN, "there is no case file '" + file + "'");
        }
        Optional<PersonRow> person = person(handle, by, act.at());
        if (person.isEmpty()) {
            return nobody(by);
        }
        boolean his = open.get()
                .row()
                .subject()
                .match(
                        violation -> person.get().enterprise().equals(Optional.of(violation.enterprise())),
                        county -> false);
        return his
                ? work.apply(open.get())
                : new NotKept(Reason.NOT_HIS, by + " does not act for the enterprise of " + file);
    }

    @Override
    public ActAnswer answer(CaseFileId file, long objection, boolean upheld, Who by, String reason) {
        Act act = new Act(now(), by.id().value(), reason);
        return counts.counted(store.write(handle -> {
            Optional<CaseLedger.Open> open = new CaseLedger(handle, tables).find(file);
            Optional<CaseObjectionRecords.Objection> known = CaseObjectionRecords.find(handle, objection)
                    .filter(found -> found.file().equals(file));
            if (open.isEmpty() || known.isEmpty()) {
                return new NotKept(Reason.UNKNOWN, "there is no objection " + objection + " in '" + file + "'");
            }
            Optional<PersonRow> person = person(handle, by, act.at());
            if (person.isEmpty()) {
                return nobody(by);
            }
            Optional<String> foreign =
                    foreign(person.get(), ANSWERERS, open.get().row().subject().region());
            if (foreign.isPresent()) {
                return new NotKept(Reason.NOT_HIS, foreign.get());
            }
            return CaseObjectionRecords.answer(
                            handle, objection, by.role().name(), new CaseObjectionRecords.Answer(upheld, act))
                    ? written(
                            handle,
                            open.get(),
                            by,
                            "OBJECTION_ANSWERED",
                            act,
                            "objection=" + objection + "\nupheld=" + upheld)
                    : new NotKept(Reason.DONE_BEFORE, "objection " + objection + " was answered before");
        }));
    }

    private ActAnswer written(Handle handle, CaseLedger.Open open, Who by, String what, Act act, String content) {
        CaseFileId id = open.file().id();
        long trail = new CaseLedger(handle, tables)
                .trail(
                        id,
                        new TrailEntry(
                                act.at(),
                                by.id().value(),
                                by.role().name(),
                                what,
                                CaseworkDesk.trailSubject(id),
                                act.reason(),
                                content));
        return new Kept(id, trail);
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

    private static Optional<PersonRow> person(Handle handle, Who who, Instant now) {
        return PersonRecords.at(handle, who.id(), who.role(), now);
    }

    private static NotKept nobody(Who who) {
        return new NotKept(Reason.NOT_REGISTERED, "nobody is registered today as " + who);
    }

    private static Optional<String> foreign(PersonRow person, Set<Role> roles, RegionCode county) {
        if (!roles.contains(person.role())) {
            return Optional.of(
                    person.role() + " is not one of " + roles.stream().sorted().toList());
        }
        return person.region()
                .filter(region -> !region.equals(county))
                .map(region -> person.id() + " acts in " + region);
    }

    /** As the store keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
