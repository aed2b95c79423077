package io.stackwatch.gateway.access;

import io.stackwatch.connectors.hj212.exchange.ExchangeId;
import io.stackwatch.core.access.About;
import io.stackwatch.core.access.Subject;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.enforcement.FileSubject;
import io.stackwatch.core.marking.Exemption;
import io.stackwatch.core.marking.MarkId;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.CaseFileRecords;
import io.stackwatch.gateway.records.CaseRecords;
import io.stackwatch.gateway.records.ExchangeRecords;
import io.stackwatch.gateway.records.ExemptionRecords;
import io.stackwatch.gateway.records.MarkRecords;
import io.stackwatch.gateway.records.QaEventRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Whom a request is about, by the records and the registry as it is now. Safe for use by several threads. */
public final class StoredSubjects implements Subjects {

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final Journal journal;
    private final Clock clock;

    public StoredSubjects(RecordStore store, Supplier<RegistrySnapshot> registry, Journal journal, Clock clock) {
        this.store = store;
        this.registry = registry;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public List<Subject> of(About about, String id) {
        try {
            OwnerBook book = new OwnerBook(registry.get(), clock.instant());
            return switch (about) {
                case OUTLET -> book.outlet(new OutletId(id));
                case ENTERPRISE -> book.enterprise(new EnterpriseId(id));
                case STATION -> book.station(new Mn(id));
                case SOURCE -> book.source(new Mn(id));
                case FRAME -> frame(book, Long.parseLong(id));
                default -> store.read(handle -> kept(handle, book, about, id));
            };
        } catch (IllegalArgumentException noSuchThing) {
            return List.of();
        }
    }

    private static List<Subject> kept(Handle handle, OwnerBook book, About about, String id) {
        return switch (about) {
            case ALARM ->
                AlarmRecords.find(handle, new AlarmId(id))
                        .map(alarm -> alarm.key().subject().match(book::outlet, book::enterprise, OwnerBook::division))
                        .orElse(List.of());
            case CASE ->
                CaseRecords.find(handle, new CaseId(id))
                        .map(row -> book.outlet(row.outlet()))
                        .orElse(List.of());
            case CASE_FILE ->
                CaseFileRecords.find(handle, new CaseFileId(id))
                        .map(row -> List.of(file(row.subject())))
                        .orElse(List.of());
            case MARK ->
                MarkRecords.outlet(handle, new MarkId(id)).map(book::outlet).orElse(List.of());
            case EXEMPTION ->
                ExemptionRecords.find(handle, Long.parseLong(id))
                        .flatMap(Exemption::outlet)
                        .map(book::outlet)
                        .orElse(List.of());
            case QA_EVENT ->
                QaEventRecords.find(handle, Long.parseLong(id))
                        .map(row -> book.outlet(row.event().subject().outlet()))
                        .orElse(List.of());
            case EXCHANGE ->
                ExchangeRecords.find(handle, new ExchangeId(Long.parseLong(id)))
                        .map(exchange -> book.station(exchange.order().station()))
                        .orElse(List.of());
            case PROOF -> proof(handle, book, id);
            case NOTHING, CITY, LISTED, OUTLET, ENTERPRISE, STATION, SOURCE, FRAME -> List.of();
        };
    }

    /** A proof of a case file is the bureau's: of its enterprise only if it filed the same file for a mark. */
    private static List<Subject> proof(Handle handle, OwnerBook book, String sha256) {
        List<Subject> subjects = new ArrayList<>();
        MarkRecords.proven(handle, sha256).forEach(outlet -> subjects.addAll(book.outlet(outlet)));
        for (RegionCode county : CaseFileRecords.proven(handle, sha256)) {
            subjects.addAll(OwnerBook.division(county));
        }
        return subjects;
    }

    private List<Subject> frame(OwnerBook book, long sequence) {
        return journal.read(sequence)
                .flatMap(record -> record.arrival().station())
                .map(book::station)
                .orElse(List.of());
    }

    private static Subject file(FileSubject subject) {
        return new Subject(
                Optional.of(subject.region()),
                subject.match(violation -> Optional.of(violation.enterprise()), county -> Optional.empty()));
    }
}
