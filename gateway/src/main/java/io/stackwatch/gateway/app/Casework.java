package io.stackwatch.gateway.app;

import io.stackwatch.connectors.hj212.mapping.FactorTable;
import io.stackwatch.gateway.api.FactorTableNames;
import io.stackwatch.gateway.casework.CaseTables;
import io.stackwatch.gateway.casework.CaseworkDesk;
import io.stackwatch.gateway.casework.DeadlineSweep;
import io.stackwatch.gateway.casework.DocumentDesk;
import io.stackwatch.gateway.casework.StoredCasework;
import io.stackwatch.gateway.casework.StoredDocuments;
import io.stackwatch.gateway.marking.ProofShelf;
import io.stackwatch.gateway.records.CaseDeadlineRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.LiveRegistry;
import io.stackwatch.gateway.timetable.Timetable;
import io.stackwatch.gateway.timetable.TimetableOptions;
import java.time.Clock;

/** Cases, put together: the desk at which they are worked on, and the sweep of their deadlines on a timetable of its own. */
final class Casework implements AutoCloseable {

    private final RecordStore store;
    private final StoredCasework desk;
    private final DocumentDesk documents;
    private final DeadlineSweep sweep;
    private final Timetable timetable;
    private final Clock clock;

    private Casework(
            RecordStore store,
            StoredCasework desk,
            DocumentDesk documents,
            DeadlineSweep sweep,
            Timetable timetable,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.documents = documents;
        this.sweep = sweep;
        this.timetable = timetable;
        this.clock = clock;
    }

    /** Goes on from the rows. */
    static Casework start(RecordStore store, LiveRegistry registry, ProofShelf proofs, DataFolder folder, Clock clock) {
        CaseTables tables = CaseTables.load();
        FactorTableNames names = new FactorTableNames(FactorTable.standard());
        DeadlineSweep sweep = new DeadlineSweep(store, tables);
        return new Casework(
                store,
                new StoredCasework(store, registry::snapshot, tables, proofs, clock),
                new StoredDocuments(
                        store,
                        registry::snapshot,
                        tables,
                        folder::letterheads,
                        factor -> names.of(factor).name(),
                        clock),
                sweep,
                Timetable.start("casework", sweep, clock, TimetableOptions.defaults()),
                clock);
    }

    CaseworkDesk desk() {
        return desk;
    }

    DocumentDesk documents() {
        return documents;
    }

    StoredCasework stored() {
        return desk;
    }

    DeadlineSweep sweep() {
        return sweep;
    }

    /** Deadlines that are to be told and have not been. */
    long waiting() {
        return store.read(handle -> CaseDeadlineRecords.waiting(handle, clock.instant()));
    }

    /** Wake-ups that failed since the last good one. */
    long failedInARow() {
        return timetable.failedInARow();
    }

    @Override
    public void close() {
        timetable.close();
    }
}
