package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.DocumentKind;
import io.stackwatch.core.enforcement.FileSubject;
import io.stackwatch.core.enforcement.LegalBasis;
import io.stackwatch.core.enforcement.Matter;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.CreditCode;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Particulars;
import io.stackwatch.core.registry.Region;
import io.stackwatch.gateway.document.Approval;
import io.stackwatch.gateway.document.DocumentField;
import io.stackwatch.gateway.document.DocumentNumber;
import io.stackwatch.gateway.document.DocumentOrder;
import io.stackwatch.gateway.document.ExceedingHour;
import io.stackwatch.gateway.document.Letterhead;
import io.stackwatch.gateway.document.Party;
import io.stackwatch.gateway.records.CaseActColumns;
import io.stackwatch.gateway.records.CaseFileRow;
import io.stackwatch.gateway.records.CasePaperRecords;
import io.stackwatch.gateway.records.ParticularsRecords;
import io.stackwatch.gateway.records.VerdictRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Orders for documents from the rows of a case file and the registry as of the act that issues the document. For one thread. */
final class PaperOrders {

    private final Handle handle;
    private final CaseTables tables;
    private final EvidenceWords evidence;
    private final RegistrySnapshot registry;
    private final Function<FactorCode, String> factors;

    PaperOrders(
            Handle handle,
            CaseTables tables,
            EvidenceWords evidence,
            RegistrySnapshot registry,
            Function<FactorCode, String> factors) {
        this.handle = handle;
        this.tables = tables;
        this.evidence = evidence;
        this.registry = registry;
        this.factors = factors;
    }

    /**
     * A document of a case.
     *
     * @param row the file as it was opened
     * @param acts the acts up to the one that issues it, which is the last
     * @param later the acts behind it
     * @param number the number on it
     * @param words what officers wrote
     * @param approval who issued it; empty: a draft
     */
    record Wanted(
            DocumentKind kind,
            CaseFileRow row,
            List<CaseAct> acts,
            List<CaseAct> later,
            Optional<String> number,
            PaperWords words,
            Optional<Approval> approval) {

        CaseAct act() {
            return acts.get(acts.size() - 1);
        }

        Instant at() {
            return act().header().at();
        }
    }

    /** The order; empty if nobody knows the name of the party. */
    Optional<DocumentOrder> order(Wanted wanted, Letterhead letterhead) {
        FileSubject subject = wanted.row().subject();
        return party(wanted, subject)
                .map(party -> new DocumentOrder(
                        wanted.kind(),
                        wanted.number().map(DocumentNumber::parse),
                        caseNumber(subject.fileId(), wanted.acts()),
                        wanted.act().day(),
                        letterhead,
                        party,
                        wanted.row().outlet().flatMap(id -> outlet(wanted, id)),
                        file(wanted, subject),
                        wanted.act().header().strand(),
                        hours(wanted, subject),
                        evidence.of(
                                wanted.acts(),
                                CasePaperRecords.of(handle, subject.fileId()),
                                CasePaperRecords.proofs(handle, subject.fileId())),
                        wanted.words().given(),
                        wanted.approval()));
    }

    /** As registered at the act, else at the violation; what an officer wrote into this document goes before. */
    private Optional<Party> party(Wanted wanted, FileSubject subject) {
        PaperWords words = wanted.words();
        Optional<String> registered = subject.match(
                violation -> registry.registry()
                        .enterpriseAt(violation.enterprise(), wanted.at())
                        .or(() -> registry.registry().enterpriseAt(violation.enterprise(), violation.begun()))
                        .map(Enterprise::name),
                county -> words.of(DocumentField.PARTY).or(() -> registry.registry()
                        .regionAt(county.region(), wanted.at())
                        .map(Region::chineseName)));
        Optional<Particulars> known = subject.match(
                violation -> particulars(violation, wanted.at()), county -> Optional.<Particulars>empty());
        return registered.map(name -> new Party(
                name,
                words.of(DocumentField.CREDIT_CODE)
                        .or(() -> known.flatMap(Particulars::creditCode).map(CreditCode::value)),
                words.of(DocumentField.ADDRESS).or(() -> known.flatMap(Particulars::address)),
                words.of(DocumentField.REPRESENTATIVE).or(() -> known.flatMap(Particulars::representative))));
    }

    private Optional<Particulars> particulars(FileSubject.Violation violation, Instant at) {
        return ParticularsRecords.at(handle, violation.enterprise(), at)
                .or(() -> ParticularsRecords.at(handle, violation.enterprise(), violation.begun()));
    }

    private Optional<String> outlet(Wanted wanted, OutletId id) {
        Instant violated = wanted.row().subject().match(FileSubject.Violation::begun, county -> wanted.at());
        return registry.registry()
                .outletAt(id, wanted.at())
                .or(() -> registry.registry().outletAt(id, violated))
                .map(outlet -> outlet.name() + "（" + outlet.id() + "）");
    }

    /** The number of its filing, else the file's own id. */
    private static String caseNumber(CaseFileId file, List<CaseAct> acts) {
        return acts.stream()
                .filter(act -> act.kind() == ActKind.FILED)
                .flatMap(act -> CaseActColumns.document(act).stream())
                .findFirst()
                .orElse(file.value());
    }

    /**
     * The file as of the act. An article that was confirmed behind it counts if no act had confirmed one of its matter: the first word stands,
     * so that a document does not change any more.
     */
    private CaseFile file(Wanted wanted, FileSubject subject) {
        NamedActs named = new NamedActs(handle);
        CaseFile then = CaseFile.fold(
                tables.process(), subject, wanted.acts().stream().map(named::of).toList());
        Set<Matter> confirmed = EnumSet.noneOf(Matter.class);
        wanted.acts().forEach(act -> confirmed(act).ifPresent(confirmed::add));
        List<CaseAct> acts = new ArrayList<>(then.acts());
        for (CaseAct act : wanted.later()) {
            if (confirmed(act).filter(confirmed::add).isPresent()) {
                acts.add(named.of(act));
            }
        }
        return new CaseFile(then.subject(), acts, then.strands());
    }

    private Optional<Matter> confirmed(CaseAct act) {
        return act.kind() == ActKind.LAW_CONFIRMED
                ? CaseActColumns.document(act)
                        .flatMap(tables.terms().law()::row)
                        .map(LegalBasis::matter)
                : Optional.empty();
    }

    /** The hours that the case was about at the act, in the version that its candidates were opened on. */
    private List<ExceedingHour> hours(Wanted wanted, FileSubject subject) {
        return CaseHours.of(handle, CaseFile.fold(tables.process(), subject, wanted.acts())).stream()
                .flatMap(row -> hour(row).stream())
                .toList();
    }

    private Optional<ExceedingHour> hour(VerdictRow row) {
        Optional<Limit> limit = row.limitId().flatMap(registry::limit);
        return limit.isEmpty() || row.value().isEmpty() || row.ratio().isEmpty()
                ? Optional.empty()
                : Optional.of(new ExceedingHour(
                        row.hour().start(),
                        factors.apply(row.hour().factor()),
                        row.value().get(),
                        row.referenceOxygen().isPresent(),
                        row.oxygen(),
                        limit.get(),
                        row.ratio().get()));
    }
}
