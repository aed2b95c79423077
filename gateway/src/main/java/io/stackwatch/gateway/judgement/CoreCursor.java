package io.stackwatch.gateway.judgement;

import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.AlarmEventRecords;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.DeadlineRecords;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.MarkRecords;
import io.stackwatch.gateway.records.ParkedRow;
import io.stackwatch.gateway.records.QaEventRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Journal records and the passing of time become verdicts, alarms and candidate cases, each transaction together with the
 * cursor's place (decision record 0016).
 *
 * <p>What comes of a record depends on the records before it and on the deadlines between their arrivals, never on how they
 * were cut into batches nor on the wall clock: replaying the journal into an empty store with the same registry gives the
 * same rows. Safe for use by several threads, which wait for each other.
 */
public final class CoreCursor {

    /** The cursor's name in the store, and in the journal. */
    public static final String NAME = "core";

    private static final Logger LOG = LoggerFactory.getLogger(CoreCursor.class);

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final JudgementRules rules;
    private final EventSignal signal;
    private final JudgementOptions options;
    private final FrameInterpreter interpreter;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public CoreCursor(
            RecordStore store,
            Supplier<RegistrySnapshot> registry,
            JudgementRules rules,
            EventSignal signal,
            JudgementOptions options) {
        this.store = store;
        this.registry = registry;
        this.rules = rules;
        this.signal = signal;
        this.options = options;
        this.interpreter = new FrameInterpreter(options.clockTolerance(), rules.parameters());
    }

    /**
     * What one call did.
     *
     * @param place how far the cursor is now, committed
     * @param firstEvent number of the last alarm event before
     * @param lastEvent number of the last alarm event now
     * @param deadlines how much of deadlines was dealt with
     * @param parked how many records and items were set aside
     */
    public record Progress(CursorPlace place, long firstEvent, long lastEvent, int deadlines, int parked) {

        Progress plus(Progress later) {
            return new Progress(
                    later.place, firstEvent, later.lastEvent, deadlines + later.deadlines, parked + later.parked);
        }
    }

    /**
     * Begins at the start of the system's watch: from its hour on, every hour is looked for. Does nothing if the cursor has
     * begun before. To be called before anything else.
     *
     * @return how far the cursor is; the journal's cursor is to be rewound to that position
     */
    public CursorPlace begin(Instant start) {
        return store.write(handle -> CursorPlace.find(handle, NAME).orElseGet(() -> {
            CursorPlace place = new CursorPlace(0, start);
            place.save(handle, NAME);
            DeadlineRecords deadlines = new DeadlineRecords(handle);
            deadlines.schedule(DeadlineDesk.receiptOf(start, rules.parameters()));
            MarkRecords.acts(handle).forEach(deadlines::schedule);
            QaEventRecords.acts(handle, rules.checks()).forEach(deadlines::schedule);
            return place;
        }));
    }

    /** How far the cursor is. */
    public CursorPlace place() {
        return store.read(CoreCursor::placeOf);
    }

    private static CursorPlace placeOf(Handle handle) {
        return CursorPlace.find(handle, NAME)
                .orElseThrow(() -> new IllegalStateException("the core cursor never began"));
    }

    /**
     * Applies records in order. On return everything up to the last one is committed; records that were applied before are
     * passed over. A record that fails by its own fault is parked; a failure of the store is thrown, and then nothing behind
     * {@link #place} has happened: try again.
     */
    public Progress apply(List<JournalRecord> records) {
        oneAtATime.lock();
        try {
            RegistrySnapshot now = registry.get();
            List<Step> steps = new ArrayList<>(records.size());
            for (JournalRecord record : records) {
                steps.add(new Step(record, interpret(record, now)));
            }
            return apply(steps, now);
        } finally {
            oneAtATime.unlock();
        }
    }

    private record Step(JournalRecord record, Interpretation meaning) {

        Optional<FrameFacts> facts() {
            return meaning.match(said -> Optional.of(said.facts()), unusable -> Optional.empty(), Optional::empty);
        }

        Optional<Interpretation.Unusable> unusable() {
            return meaning.match(said -> Optional.empty(), Optional::of, Optional::empty);
        }
    }

    private Interpretation interpret(JournalRecord record, RegistrySnapshot now) {
        try {
            return interpreter.interpret(record, now);
        } catch (RuntimeException failed) {
            LOG.error("judgement=unreadable sequence={} why={}", record.sequence(), Fault.reason(failed), failed);
            return new Interpretation.Unusable(Interpretation.Reason.FAILED, Fault.reason(failed));
        }
    }

    private Progress apply(List<Step> steps, RegistrySnapshot now) {
        Progress total = nothing();
        int at = 0;
        while (at < steps.size()
                && steps.get(at).record().sequence() <= total.place().position()) {
            at++;
        }
        int size = steps.size();
        while (at < steps.size()) {
            List<Step> some = steps.subList(at, Math.min(steps.size(), at + size));
            try {
                total = total.plus(inOneTransaction(now, turn -> walk(turn, some)));
                size = steps.size();
            } catch (RuntimeException failed) {
                if (!Fault.isOfTheItem(failed)) {
                    throw failed;
                }
                if (some.size() == 1) {
                    total = total.plus(park(some.get(0), failed, now));
                }
                size = Math.max(1, some.size() / 2);
            }
            while (at < steps.size()
                    && steps.get(at).record().sequence() <= total.place().position()) {
                at++;
            }
        }
        return total;
    }

    private Progress park(Step step, RuntimeException failed, RegistrySnapshot now) {
        LOG.error("judgement=parked sequence={} why={}", step.record().sequence(), Fault.reason(failed), failed);
        return inOneTransaction(now, turn -> {
            turn.park(parked(turn, step, Interpretation.Reason.FAILED + " " + Fault.reason(failed)));
            turn.dealtWith(step.record().sequence());
        });
    }

    private static void walk(Turn turn, List<Step> steps) {
        List<FrameFacts> all = new ArrayList<>();
        steps.forEach(step -> step.facts().ifPresent(all::add));
        turn.prefetch(all);
        for (Step step : steps) {
            if (!turn.advanceTo(step.record().arrival().arrivedAt())) {
                return;
            }
            turn.heard(step.record());
            step.unusable().ifPresent(why -> turn.park(parked(turn, step, why.reason() + " " + why.detail())));
            step.facts().ifPresent(turn::take);
            turn.dealtWith(step.record().sequence());
        }
    }

    private static ParkedRow parked(Turn turn, Step step, String reason) {
        return new ParkedRow("record:" + step.record().sequence(), "RECORD", reason.strip(), turn.asOf());
    }

    /**
     * Deals with the deadlines that are due, unless records wait that arrived before them: then their turn comes with those.
     *
     * @param journalHead the journal's last durable record, asked anew for every transaction
     */
    public Progress fire(Instant now, LongSupplier journalHead) {
        oneAtATime.lock();
        try {
            Progress total = nothing();
            boolean more = true;
            while (more) {
                Optional<Instant> next = store.read(handle -> new DeadlineRecords(handle).next());
                boolean due = next.filter(instant -> !instant.isAfter(now.minus(options.settle())))
                        .isPresent();
                if (!due || journalHead.getAsLong() > place().position()) {
                    return total;
                }
                boolean[] done = new boolean[1];
                total = total.plus(inOneTransaction(registry.get(), turn -> done[0] = turn.advanceTo(now)));
                more = !done[0];
            }
            return total;
        } finally {
            oneAtATime.unlock();
        }
    }

    private Progress nothing() {
        return store.read(handle -> {
            long last = AlarmEventRecords.last(handle);
            return new Progress(placeOf(handle), last, last, 0, 0);
        });
    }

    private interface Work {
        void with(Turn turn);
    }

    private Progress inOneTransaction(RegistrySnapshot now, Work work) {
        Progress progress = store.write(handle -> {
            Turn turn = new Turn(handle, now, rules, options, placeOf(handle));
            work.with(turn);
            return turn.finish(NAME);
        });
        if (progress.lastEvent() > progress.firstEvent()) {
            signal.committed(progress.lastEvent());
        }
        return progress;
    }
}
