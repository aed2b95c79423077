package io.stackwatch.gateway.casework;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.ActHeader;
import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.ProcessRow;
import io.stackwatch.core.enforcement.StrandFile;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.casework.PaperAnswer.Faulty;
import io.stackwatch.gateway.casework.PaperAnswer.Made;
import io.stackwatch.gateway.casework.PaperAnswer.NotMade;
import io.stackwatch.gateway.casework.PaperAnswer.Reason;
import io.stackwatch.gateway.casework.PaperOrders.Wanted;
import io.stackwatch.gateway.document.Approval;
import io.stackwatch.gateway.document.DocumentAnswer;
import io.stackwatch.gateway.document.DocumentAnswer.Fault;
import io.stackwatch.gateway.document.DocumentField;
import io.stackwatch.gateway.document.DocumentOrder;
import io.stackwatch.gateway.document.DocumentWriter;
import io.stackwatch.gateway.document.Letterhead;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.CaseActRecords;
import io.stackwatch.gateway.records.CaseActRow;
import io.stackwatch.gateway.records.CasePaperRecords;
import io.stackwatch.gateway.records.DocumentWordRecords;
import io.stackwatch.gateway.records.PersonRecords;
import io.stackwatch.gateway.records.PersonRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.trail.TrailEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Documents of the case files of the SQL store. */
public final class StoredDocuments implements DocumentDesk {

    /** What the trail calls it when words are written into a document. */
    static final String WORDED = "DOCUMENT_WORDED";

    private static final Set<Role> WRITERS = Set.of(Role.OFFICER, Role.REVIEWER, Role.LEGAL_REVIEWER, Role.HEAD);

    /** Stands where an act of a draft has no number yet. */
    private static final String NO_NUMBER = "〔待编号〕";

    private static final String NOT_SERVED = "〔待送达〕";

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final CaseTables tables;
    private final Supplier<Letterheads> letterheads;
    private final Function<FactorCode, String> factors;
    private final Clock clock;
    private final DocumentWriter writer;
    private final EvidenceWords evidence = EvidenceWords.load();

    /**
     * Over a store.
     *
     * @param letterheads read for every document, so that a wrong table stops documents alone and a mended one counts at once
     * @param factors what people call a factor
     */
    public StoredDocuments(
            RecordStore store,
            Supplier<RegistrySnapshot> registry,
            CaseTables tables,
            Supplier<Letterheads> letterheads,
            Function<FactorCode, String> factors,
            Clock clock) {
        this.store = store;
        this.registry = registry;
        this.tables = tables;
        this.letterheads = letterheads;
        this.factors = factors;
        this.clock = clock;
        this.writer = new DocumentWriter(tables.terms());
    }

    @Override
    public PaperAnswer document(CaseFileId file, long number) {
        return store.read(handle -> found(
                handle,
                file,
                number,
                (open, paper) ->
                        issued(handle, open, paper, PaperWords.stored(DocumentWordRecords.of(handle, number)))));
    }

    @Override
    public PaperAnswer write(WordsOrder order) {
        Act act = new Act(now(), order.by().id().value(), order.reason());
        Optional<String> wrong = PaperWords.wrong(order.words());
        if (wrong.isPresent() || order.words().isEmpty()) {
            return noWords(wrong.orElse(""));
        }
        PaperWords words = PaperWords.named(order.words());
        return store.write(handle -> found(handle, order.file(), order.number(), (open, paper) -> {
            Optional<NotMade> foreign = foreign(handle, open, order.by(), act.at());
            if (foreign.isPresent()) {
                return foreign.get();
            }
            if (!DocumentWordRecords.of(handle, order.number()).isEmpty()) {
                return new NotMade(
                        Reason.DONE_BEFORE, "the words of document " + order.number() + " were written before");
            }
            PaperAnswer whole = issued(handle, open, paper, words);
            return whole.match(
                    made -> {
                        DocumentWordRecords.add(
                                handle,
                                order.number(),
                                words.toStore(),
                                order.by().role().name(),
                                act);
                        new CaseLedger(handle, tables).trail(order.file(), worded(order, act, words));
                        return made;
                    },
                    not -> not,
                    faulty -> faulty);
        }));
    }

    private static TrailEntry worded(WordsOrder order, Act act, PaperWords words) {
        return new TrailEntry(
                act.at(),
                order.by().id().value(),
                order.by().role().name(),
                WORDED,
                CaseworkDesk.trailSubject(order.file()),
                act.reason(),
                words.text(order.number()));
    }

    /** What is done with a document of a file. */
    private interface Work {
        PaperAnswer of(CaseLedger.Open open, CasePaperRecords.Paper paper);
    }

    private PaperAnswer found(Handle handle, CaseFileId file, long number, Work work) {
        Optional<CaseLedger.Open> open = new CaseLedger(handle, tables).find(file);
        if (open.isEmpty()) {
            return noFile(file);
        }
        return CasePaperRecords.of(handle, file).stream()
                .filter(paper -> paper.number() == number)
                .findFirst()
                .map(paper -> work.of(open.get(), paper))
                .orElseGet(() -> new NotMade(Reason.UNKNOWN, "the file has no document " + number));
    }

    private PaperAnswer issued(Handle handle, CaseLedger.Open open, CasePaperRecords.Paper paper, PaperWords words) {
        List<CaseAct> acts = CaseActRecords.of(handle, paper.file()).stream()
                .map(CaseActRow::act)
                .toList();
        CaseAct act = acts.get(paper.place() - 1);
        Instant at = act.header().at();
        String by = PersonRecords.at(
                        handle, act.header().by().id(), act.header().by().role(), at)
                .map(PersonRow::name)
                .orElse(act.header().by().id().value());
        return written(
                handle,
                new Wanted(
                        paper.kind(),
                        open.row(),
                        acts.subList(0, paper.place()),
                        acts.subList(paper.place(), acts.size()),
                        paper.document(),
                        words,
                        Optional.of(new Approval(by, at))));
    }

    @Override
    public PaperAnswer draft(DraftOrder order) {
        Optional<String> wrong = PaperWords.wrong(order.words());
        return wrong.isPresent() ? noWords(wrong.get()) : store.read(handle -> draft(handle, order));
    }

    private PaperAnswer draft(Handle handle, DraftOrder order) {
        Optional<CaseLedger.Open> open = new CaseLedger(handle, tables).find(order.file());
        if (open.isEmpty()) {
            return noFile(order.file());
        }
        Instant now = now();
        Optional<NotMade> foreign = foreign(handle, open.get(), order.by(), now);
        if (foreign.isPresent()) {
            return foreign.get();
        }
        StrandFile strand = open.get().file().strand(order.strand());
        Optional<ActKind> kind = next(strand, order);
        if (kind.isEmpty()) {
            return notNext(order);
        }
        ActOrder.Carries carries = carries(kind.get(), order.carries());
        Optional<String> fault = ActMaking.fault(kind.get(), carries);
        if (fault.isPresent()) {
            return new NotMade(Reason.INCOMPLETE, fault.get());
        }
        PersonRow by = person(handle, order.by(), now).orElseThrow();
        ActHeader header = new ActHeader(
                order.strand(), by.actor(), Optional.empty(), now, order.kind().title());
        CaseAct act =
                ActMaking.act(header, kind.get(), carries, carries.number().orElse(NO_NUMBER));
        if (tables.process()
                .row(strand, act)
                .filter(row -> row.documents().contains(order.kind()))
                .isEmpty()) {
            return notNext(order);
        }
        return written(
                handle,
                new Wanted(
                        order.kind(),
                        open.get().row(),
                        Stream.concat(open.get().file().acts().stream(), Stream.of(act))
                                .toList(),
                        List.of(),
                        Optional.empty(),
                        PaperWords.named(order.words()),
                        Optional.empty()));
    }

    /** The act that would issue it: the one that is asked for, else the first row of the tables from where the strand stands. */
    private Optional<ActKind> next(StrandFile strand, DraftOrder order) {
        return order.act().or(() -> tables.process().rows(order.strand().procedure()).stream()
                .filter(row -> row.from().equals(strand.reached()))
                .filter(row -> row.documents().contains(order.kind()))
                .map(ProcessRow::event)
                .findFirst());
    }

    /** A draft that goes with an act of service is written before there is a proof of it. */
    private static ActOrder.Carries carries(ActKind kind, ActOrder.Carries given) {
        return kind.shape() == ActKind.Shape.SERVICE && given.proof().isEmpty()
                ? new ActOrder.Carries(
                        given.day(), given.number(), given.amount(), given.found(), Optional.of(NOT_SERVED))
                : given;
    }

    private PaperAnswer written(Handle handle, Wanted wanted) {
        RegionCode county = wanted.row().subject().region();
        String authority = tables.words().authority(county, wanted.act().day()).name();
        Optional<Letterhead> head;
        try {
            head = letterheads.get().of(authority, county, wanted.act().day());
        } catch (IllegalArgumentException wrong) {
            return new NotMade(Reason.NO_LETTERHEAD, String.valueOf(wrong.getMessage()));
        }
        if (head.isEmpty()) {
            return new NotMade(
                    Reason.NO_LETTERHEAD,
                    authority + " has no letterhead for " + county + " on "
                            + wanted.act().day() + ": the bureau gives it in letterheads.csv");
        }
        Optional<DocumentOrder> order =
                new PaperOrders(handle, tables, evidence, registry.get(), factors).order(wanted, head.get());
        String title = wanted.kind().title();
        if (order.isEmpty()) {
            return new Faulty(
                    title,
                    new DocumentAnswer.Refused(
                            List.of(new Fault(DocumentAnswer.Reason.FIELD_MISSING, DocumentField.PARTY.label()))));
        }
        String name = title
                + wanted.number().map(number -> "-" + number).orElse("")
                + (wanted.approval().isEmpty() ? "-草稿" : "");
        return writer.write(order.get())
                .match(written -> new Made(name, written), refused -> new Faulty(title, refused));
    }

    private Optional<NotMade> foreign(Handle handle, CaseLedger.Open open, Who by, Instant now) {
        Optional<PersonRow> person = person(handle, by, now);
        if (person.isEmpty()) {
            return Optional.of(new NotMade(Reason.NOT_REGISTERED, "nobody is registered today as " + by));
        }
        if (!WRITERS.contains(by.role())) {
            return Optional.of(new NotMade(
                    Reason.NOT_HIS,
                    by.role() + " is not one of " + WRITERS.stream().sorted().toList()));
        }
        return person.get()
                .region()
                .filter(region -> !region.equals(open.row().subject().region()))
                .map(region -> new NotMade(Reason.NOT_HIS, by.id() + " acts in " + region));
    }

    private static Optional<PersonRow> person(Handle handle, Who who, Instant now) {
        return PersonRecords.at(handle, who.id(), who.role(), now);
    }

    private static NotMade noFile(CaseFileId file) {
        return new NotMade(Reason.UNKNOWN, "there is no case file '" + file + "'");
    }

    private static NotMade notNext(DraftOrder order) {
        return new NotMade(
                Reason.NOT_NEXT,
                "no next act of " + order.strand() + " issues " + order.kind().title());
    }

    private static NotMade noWords(String field) {
        return new NotMade(
                Reason.INCOMPLETE,
                field.isEmpty()
                        ? "there are no words"
                        : "'" + field + "' is no field that an officer writes, or has no words");
    }

    /** As the store keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
