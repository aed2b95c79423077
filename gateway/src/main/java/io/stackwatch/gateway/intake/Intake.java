package io.stackwatch.gateway.intake;

import io.stackwatch.gateway.journal.Admitted;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.FrameDigest;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.Journal.Receipt;
import io.stackwatch.gateway.journal.Journal.Refusal;
import io.stackwatch.gateway.journal.JournalRecord;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts arrivals into the journal: an accepted frame once, however often it is sent; what is refused or quarantined within
 * its peer's allowance.
 *
 * <p>A frame is a repeat if the same station sent the same bytes, compared byte for byte, and the first copy is durable or
 * on its way; it is then answered as the first copy is. The memory for that is rebuilt from the journal, so it holds across
 * a crash. The standard does not say how a logger repeats a frame that got no answer; in the field it comes unchanged. Safe
 * for several threads.
 */
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final long JOINED = -1;
    private static final int MAX_DETAIL = 255;

    private final Journal journal;
    private final IntakeOptions options;
    private final PeerAllowances refusedAllowances;
    private final PeerAllowances quarantinedAllowances;
    private final Object lock = new Object();
    private final RecentFrames recent;
    private final Map<Long, OnItsWay> onTheirWay = new HashMap<>();

    private final LongAdder accepted = new LongAdder();
    private final LongAdder repeats = new LongAdder();
    private final LongAdder quarantined = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder notKept = new LongAdder();

    /** Reads the digests of the journal's recent frames; the journal stays the caller's to close. */
    public Intake(Journal journal, IntakeOptions options) {
        this.journal = journal;
        this.options = options;
        this.refusedAllowances = new PeerAllowances(options.refused(), options.peers());
        this.quarantinedAllowances = new PeerAllowances(options.quarantined(), options.peers());
        this.recent = RecentFramesOf.journal(journal, options.recentFrames());
        LOG.info("intake recentFrames={}", recent.size());
    }

    /** Takes an arrival; never blocks on the disk except to compare a repeat with its first copy. */
    public void take(Arrival arrival, Answer answer) {
        switch (arrival.disposition()) {
            case ACCEPTED -> takeAccepted(arrival, answer);
            case QUARANTINED -> takeLimited(arrival, answer, quarantinedAllowances, quarantined);
            case REFUSED -> takeLimited(shortened(arrival), answer, refusedAllowances, refused);
        }
    }

    /** What it has done so far. */
    public IntakeCounts counts() {
        return new IntakeCounts(
                accepted.sum(), repeats.sum(), quarantined.sum(), refused.sum(), dropped.sum(), notKept.sum());
    }

    private void takeAccepted(Arrival arrival, Answer answer) {
        accepted.increment();
        OnItsWay first = new OnItsWay(arrival, FrameDigest.of(arrival.bytes()), answer);
        long known = enter(first, !isAnswer(arrival) || Admitted.of(arrival).isPresent());
        if (known > 0) {
            if (isTheSame(known, arrival)) {
                repeats.increment();
                answer.kept(known);
                return;
            }
            // another frame with the same digest: rarer than rare, but no frame may be lost to it
            known = enter(first, false);
        }
        if (known == JOINED) {
            repeats.increment();
            return;
        }
        try {
            journal.append(arrival, first);
        } catch (RuntimeException e) {
            leave(first, 0);
            throw e;
        }
    }

    /**
     * Whether it is an answer (9011 to 9013). Nobody acknowledges those, so nobody sends them again: equal bytes answer another
     * request, from a logger that always puts the same number in (HJ 212-2017 C.43). One that is let in is asked for all the
     * same: after a crash its page is handed over again.
     */
    private static boolean isAnswer(Arrival arrival) {
        String detail = arrival.detail();
        int command = detail.indexOf(";cn=901");
        return command >= 0 && detail.length() > command + 7 && "123".indexOf(detail.charAt(command + 7)) >= 0;
    }

    /** The sequence number of a frame with this digest, {@link #JOINED} if it is on its way, 0 if it is to be appended. */
    private long enter(OnItsWay frame, boolean askRecent) {
        synchronized (lock) {
            OnItsWay running = onTheirWay.get(frame.digest);
            if (running != null && sameFrame(running.arrival, frame.arrival)) {
                running.alsoFor(frame.answer);
                return JOINED;
            }
            long known = askRecent ? recent.sequenceOf(frame.digest) : 0;
            if (known == 0) {
                onTheirWay.putIfAbsent(frame.digest, frame);
            }
            return known;
        }
    }

    /** Everybody who waits for this frame; it is durable under {@code sequence}, or refused if that is 0. */
    private List<Answer> leave(OnItsWay frame, long sequence) {
        synchronized (lock) {
            onTheirWay.remove(frame.digest, frame);
            if (sequence > 0) {
                recent.add(frame.digest, sequence);
            }
            return frame.others;
        }
    }

    private boolean isTheSame(long sequence, Arrival arrival) {
        try {
            Optional<JournalRecord> first = journal.read(sequence);
            return first.isPresent() && sameFrame(first.get().arrival(), arrival);
        } catch (UncheckedIOException e) {
            LOG.warn("intake sequence={} cannot be compared with a repeat: {}", sequence, e.getMessage());
            return false;
        }
    }

    private static boolean sameFrame(Arrival one, Arrival other) {
        return one.station().equals(other.station()) && Arrays.equals(one.bytes(), other.bytes());
    }

    private void takeLimited(Arrival arrival, Answer answer, PeerAllowances allowances, LongAdder count) {
        if (!allowances.takes(arrival.peer(), arrival.arrivedAt())) {
            dropped.increment();
            answer.dropped();
            return;
        }
        count.increment();
        journal.append(arrival, new Limited(answer));
    }

    private Arrival shortened(Arrival arrival) {
        int length = arrival.bytes().length;
        if (length <= options.refusedBytes()) {
            return arrival;
        }
        String note = ";cut=" + length;
        String detail = arrival.detail();
        String kept = detail.substring(0, Math.min(detail.length(), MAX_DETAIL - note.length()));
        return new Arrival(
                arrival.arrivedAt(),
                arrival.connector(),
                arrival.peer(),
                arrival.station(),
                arrival.disposition(),
                kept + note,
                Arrays.copyOf(arrival.bytes(), options.refusedBytes()));
    }

    /** A frame between the journal and its receipt, and all who wait for it. */
    private final class OnItsWay implements Receipt {
        private final Arrival arrival;
        private final long digest;
        private final Answer answer;
        private List<Answer> others = List.of();

        private OnItsWay(Arrival arrival, long digest, Answer answer) {
            this.arrival = arrival;
            this.digest = digest;
            this.answer = answer;
        }

        private void alsoFor(Answer other) {
            if (others.isEmpty()) {
                others = new ArrayList<>(2);
            }
            others.add(other);
        }

        @Override
        public void durable(long sequence) {
            List<Answer> waiting = leave(this, sequence);
            answer.kept(sequence);
            waiting.forEach(other -> other.kept(sequence));
        }

        @Override
        public void refused(Refusal why) {
            List<Answer> waiting = leave(this, 0);
            notKept.add(1 + waiting.size());
            answer.refused(why);
            waiting.forEach(other -> other.refused(why));
        }
    }

    private final class Limited implements Receipt {
        private final Answer answer;

        private Limited(Answer answer) {
            this.answer = answer;
        }

        @Override
        public void durable(long sequence) {
            answer.kept(sequence);
        }

        @Override
        public void refused(Refusal why) {
            notKept.increment();
            answer.refused(why);
        }
    }
}
