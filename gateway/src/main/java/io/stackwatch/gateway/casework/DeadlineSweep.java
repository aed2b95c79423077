package io.stackwatch.gateway.casework;

import io.stackwatch.core.deadline.Period;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.Actor;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.gateway.records.CaseDeadlineRecords;
import io.stackwatch.gateway.records.CaseDeadlineRecords.Notice;
import io.stackwatch.gateway.records.CaseDeadlineRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.timetable.WakeUp;
import io.stackwatch.gateway.trail.TrailEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the deadlines of cases. Woken, it reminds owners of those that come and tells of those that have passed, each once, from rows;
 * so a restart and a wake-up that did not come are made up for. It decides nothing: no act of a case is ever its own.
 *
 * <p>What is told of a deadline is one transaction with the mark that it was told, so that a crash tells it neither twice nor never.
 * Woken by one thread.
 */
public final class DeadlineSweep implements WakeUp {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineSweep.class);
    private static final int BATCH = 200;

    private final RecordStore store;
    private final CaseTables tables;
    private final AtomicLong warned = new AtomicLong();
    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private boolean recounted;

    public DeadlineSweep(RecordStore store, CaseTables tables) {
        this.store = store;
        this.tables = tables;
    }

    @Override
    public void fire(Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        if (!recounted) {
            recount();
            recounted = true;
        }
        Optional<CaseDeadlineRow> behind = Optional.empty();
        while (true) {
            Optional<CaseDeadlineRow> last = behind;
            List<CaseDeadlineRow> due = store.read(handle -> CaseDeadlineRecords.due(handle, now, last, BATCH));
            if (due.isEmpty()) {
                return;
            }
            tell(due, now);
            behind = Optional.of(due.get(due.size() - 1));
        }
    }

    /** Deadlines that could not be counted are counted again by the tables of this start, which may know more years. */
    private void recount() {
        for (CaseFileId file : store.read(CaseDeadlineRecords::notCounted)) {
            alone(file.value(), handle -> {
                CaseLedger ledger = new CaseLedger(handle, tables);
                ledger.find(file).ifPresent(open -> ledger.stand(open.row(), open.file()));
            });
        }
    }

    private void tell(List<CaseDeadlineRow> due, Instant now) {
        try {
            store.write(handle -> {
                due.forEach(row -> tell(handle, row, now));
                return true;
            });
        } catch (RuntimeException together) {
            // one that cannot be told must not keep the others from being told; it is due again at the next wake-up
            LOG.warn("deadlines={} failed together, told one by one why={}", due.size(), together.getMessage());
            due.forEach(row ->
                    alone(row.file() + " " + row.strand() + " " + row.period(), handle -> tell(handle, row, now)));
        }
    }

    private interface Telling {
        void with(Handle handle);
    }

    private void alone(String subject, Telling telling) {
        try {
            store.write(handle -> {
                telling.with(handle);
                return true;
            });
        } catch (RuntimeException broken) {
            failed.incrementAndGet();
            LOG.error("deadline={} cannot be told why={}", subject, broken.getMessage(), broken);
        }
    }

    /** Tells of a deadline as it stands in this transaction: an act may have ended it since it was read. */
    private void tell(Handle handle, CaseDeadlineRow read, Instant now) {
        Optional<CaseDeadlineRow> found = CaseDeadlineRecords.find(handle, read.file(), read.strand(), read.number());
        if (found.flatMap(CaseDeadlineRow::lookAt)
                .filter(look -> !look.isAfter(now))
                .isEmpty()) {
            return;
        }
        CaseDeadlineRow row = found.get();
        boolean gone = row.passesAt().filter(end -> !end.isAfter(now)).isPresent();
        Notice.Kind kind = gone ? Notice.Kind.PASSED : Notice.Kind.WARNED;
        for (Role recipient : recipients(row, kind)) {
            CaseDeadlineRecords.tell(handle, row, kind, recipient, now);
        }
        CaseDeadlineRecords.save(handle, gone ? row.passed(now) : row.warned(now));
        String last = row.lastDay().orElseThrow().toString();
        new CaseLedger(handle, tables)
                .trail(
                        row.file(),
                        new TrailEntry(
                                now,
                                Actor.MACHINE.id().value(),
                                Role.MACHINE.name(),
                                "DEADLINE_" + kind,
                                CaseworkDesk.trailSubject(row.file()),
                                row.period() + " of " + row.strand() + " ends on " + last,
                                "strand=" + row.strand() + "\nnumber=" + row.number() + "\nperiod=" + row.period()
                                        + "\nlast=" + last + "\npassing=" + row.passing()));
        (gone ? passed : warned).incrementAndGet();
    }

    /** Its owner; when it has passed also the head if somebody is late, else the officer who may go on. */
    private static Set<Role> recipients(CaseDeadlineRow row, Notice.Kind kind) {
        Set<Role> roles = new TreeSet<>(Set.of(row.owner()));
        if (kind == Notice.Kind.PASSED) {
            roles.add(row.passing() == Period.Passing.LATE ? Role.HEAD : Role.OFFICER);
        }
        return roles;
    }

    /** Reminders since start. */
    public long warned() {
        return warned.get();
    }

    /** Deadlines that passed, since start. */
    public long passed() {
        return passed.get();
    }

    /** Deadlines that could not be told, since start. */
    public long failed() {
        return failed.get();
    }
}
