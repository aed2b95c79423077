package io.stackwatch.gateway.averaging;

import io.stackwatch.gateway.intake.Answer;
import io.stackwatch.gateway.intake.Intake;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal.Refusal;
import io.stackwatch.gateway.records.MadeFrame;
import io.stackwatch.gateway.records.MadeFrameRecords;
import io.stackwatch.gateway.records.RecordStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Journals made frames, in order, as accepted records of the connector {@value #CONNECTOR}. A frame that was journaled and not
 * noted, because the process died in between, is a repeat to the intake: its bytes are the same. For one thread.
 */
public final class Republication {

    /** The connector of made frames. */
    public static final String CONNECTOR = "made";

    /** Frames that are handed over before it is noted: few, so that live traffic does not wait behind them. */
    static final int PAGE = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NOBODY = "";

    private final Intake intake;
    private final Clock clock;

    public Republication(Intake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    /** Journals what waits, a page at most; what the journal refuses waits on. */
    void round(RecordStore store) {
        List<MadeFrame> page = together(store.read(handle -> MadeFrameRecords.waiting(handle, PAGE)));
        if (page.isEmpty()) {
            return;
        }
        Map<MadeFrame, Long> durable = journal(page);
        if (!durable.isEmpty()) {
            store.write(handle -> {
                MadeFrameRecords.journaled(handle, durable);
                return durable.size();
            });
        }
    }

    /** The first of them up to a second version of one frame: a version must be durable before the next one is handed over. */
    private static List<MadeFrame> together(List<MadeFrame> waiting) {
        List<MadeFrame> page = new ArrayList<>();
        Set<MadeFrame.Key> keys = new HashSet<>();
        for (MadeFrame frame : waiting) {
            if (!keys.add(frame.key())) {
                break;
            }
            page.add(frame);
        }
        return page;
    }

    private Map<MadeFrame, Long> journal(List<MadeFrame> page) {
        Map<MadeFrame, Long> durable = new ConcurrentHashMap<>();
        CountDownLatch answered = new CountDownLatch(page.size());
        for (MadeFrame frame : page) {
            intake.take(arrival(frame), new Answer() {
                @Override
                public void kept(long sequence) {
                    durable.put(frame, sequence);
                    answered.countDown();
                }

                @Override
                public void refused(Refusal why) {
                    answered.countDown();
                }

                @Override
                public void dropped() {
                    answered.countDown();
                }
            });
        }
        try {
            if (!answered.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Map.copyOf(durable);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Map.copyOf(durable);
    }

    private Arrival arrival(MadeFrame frame) {
        return new Arrival(
                clock.instant(),
                CONNECTOR,
                NOBODY,
                Optional.of(frame.station()),
                Arrival.Disposition.ACCEPTED,
                "crc=HJ212;cn=" + frame.command() + ";version=" + frame.version(),
                Contents.bytes(frame));
    }
}
