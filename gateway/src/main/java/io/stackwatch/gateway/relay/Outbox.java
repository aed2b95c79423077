package io.stackwatch.gateway.relay;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.RelayItem;
import io.stackwatch.gateway.records.RelayItem.Lane;
import io.stackwatch.gateway.relay.Letter.State;
import io.stackwatch.gateway.relay.Outcome.Kind;
import io.stackwatch.gateway.relay.packet.Packet;
import io.stackwatch.gateway.relay.packet.Prepared;
import io.stackwatch.gateway.relay.packet.ReceiptKey;
import io.stackwatch.gateway.relay.target.Delivery;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What leaves next for one platform, and what becomes of what has left. No socket, no clock, no rows: the time is an
 * argument, outcomes go to a consumer.
 *
 * <p>Realtime frames leave first, oldest first; the backlog follows when no realtime frame waits, paced, in a quarter of the
 * window. A frame without a receipt in time is written again, identical; after the last time it goes behind and rests, so
 * that a platform that acknowledges nothing holds nobody up. While a platform is silent altogether, a realtime frame is
 * written once and the window does not bind. For one thread; this file is longer than others because all of this is one
 * state.
 */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** Frames of the backlog that are held; more go back to the ledger. */
    static final int BACKLOG_HELD = 1_000;

    /** Frames under way at once to a silent platform. */
    private static final int MOST_UNANSWERED = 20_000;

    /** Resting frames whose receipt is still recognised when it comes late. */
    private static final int BEHIND_REMEMBERED = 10_000;

    private static final int BACKLOG_SHARE = 4;

    private final Delivery delivery;
    private final Making making;
    private final Consumer<Outcome> outcomes;
    private final NavigableSet<Letter> realtime = new TreeSet<>(Comparator.comparingLong(letter -> letter.sequence));
    private final NavigableSet<Letter> backlog =
            new TreeSet<>(Comparator.<Letter>comparingInt(l -> l.rounds).thenComparingLong(l -> l.sequence));
    private final Deque<Letter> overdue = new ArrayDeque<>();
    private final Deque<Letter> overdueBacklog = new ArrayDeque<>();
    private final PriorityQueue<Due> deadlines = new PriorityQueue<>(Comparator.comparingLong(Due::nanos));
    private final Map<ReceiptKey, Deque<Letter>> expected = new HashMap<>();
    private final Map<Long, Letter> held = new HashMap<>();
    private final LinkedHashMap<Long, Letter> behind = new LinkedHashMap<>();
    /** Frames whose receipt came while they rested: one of them may be on its way back from the ledger just now. */
    private final Set<Long> receiptedLate = new LinkedHashSet<>();

    private boolean complete;
    private int active;
    private int activeBacklog;
    private int unansweredInARow;
    private long orders;
    private long highestReceipted;
    private long lastReceiptNanos = Long.MIN_VALUE;
    private long backlogFromNanos = Long.MIN_VALUE;

    private record Due(long nanos, Letter letter) {}

    /** Makes the packets of a letter. */
    @FunctionalInterface
    interface Making {
        Prepared packets(Mn station, Instant arrivedAt, byte[] bytes, boolean backlog);
    }

    Outbox(Delivery delivery, Making making, Consumer<Outcome> outcomes) {
        this.delivery = delivery;
        this.making = making;
        this.outcomes = outcomes;
    }

    /** Takes frames of the ledger in hand; {@code complete} says that no other realtime frame waits there. */
    void offer(List<Letter> letters, boolean complete) {
        letters.forEach(this::take);
        this.complete = complete;
    }

    private void take(Letter letter) {
        if (receiptedLate.remove(letter.sequence)) {
            giveBack(letter);
            return;
        }
        Letter resting = behind.remove(letter.sequence);
        if (resting != null) {
            forgetKeys(resting);
        }
        held.put(letter.sequence, letter);
        queueOf(letter).add(letter);
    }

    /** The next frame to write, its packets made; empty if nothing may leave now. It counts as written from here on. */
    Optional<Letter> next(Instant now, long nanos) {
        age(now);
        while (true) {
            Letter letter = choose(nanos);
            if (letter == null) {
                return Optional.empty();
            }
            if (letter.packets.isEmpty() && !make(letter)) {
                continue;
            }
            leave(letter, nanos);
            return Optional.of(letter);
        }
    }

    private @Nullable Letter choose(long nanos) {
        Letter again = overdue.pollFirst();
        if (again != null) {
            return again;
        }
        if (!realtime.isEmpty()) {
            return active < (isSilent() ? MOST_UNANSWERED : delivery.inFlight()) ? realtime.pollFirst() : null;
        }
        if (!complete || nanos < backlogFromNanos) {
            return null;
        }
        again = overdueBacklog.pollFirst();
        if (again == null && activeBacklog < Math.max(1, delivery.inFlight() / BACKLOG_SHARE)) {
            again = backlog.pollFirst();
        }
        if (again != null) {
            backlogFromNanos = nanos + delivery.backlogPause().toNanos();
        }
        return again;
    }

    private boolean make(Letter letter) {
        return packets(letter)
                .match(
                        ready -> {
                            letter.packets = ready.packets();
                            letter.bytes = new byte[0];
                            return true;
                        },
                        refused -> {
                            finish(letter);
                            outcomes.accept(new Outcome(
                                    Kind.REFUSED,
                                    letter.item(RelayItem.State.WAITING, Instant.EPOCH),
                                    false,
                                    Optional.of(refused.why())));
                            return false;
                        });
    }

    /** A frame that our own code cannot digest must not stop the line. */
    private Prepared packets(Letter letter) {
        try {
            return making.packets(letter.station, letter.arrivedAt, letter.bytes, letter.isBacklog());
        } catch (RuntimeException e) {
            LOG.error("relay=unreadable sequence={} reason={}", letter.sequence, e.toString(), e);
            return new Prepared.Refused(Prepared.Why.FAILED);
        }
    }

    private void leave(Letter letter, long nanos) {
        if (!letter.holdsASlot()) {
            active++;
            activeBacklog += letter.isBacklog() ? 1 : 0;
        }
        letter.tries++;
        letter.attempts++;
        letter.order = ++orders;
        if (letter.open.isEmpty()) {
            for (Packet packet : letter.packets) {
                packet.receipt().ifPresent(key -> expect(key, letter));
            }
        }
        if (letter.open.isEmpty()) {
            letter.state = State.WRITING;
            return;
        }
        letter.state = State.ACTIVE;
        letter.deadlineNanos = nanos + delivery.timeout().toNanos();
        deadlines.add(new Due(letter.deadlineNanos, letter));
        outcomes.accept(Outcome.of(Kind.SENT, letter.item(RelayItem.State.SENT, Instant.EPOCH), letter.attempts == 1));
    }

    private void expect(ReceiptKey key, Letter letter) {
        letter.open.add(key);
        expected.computeIfAbsent(key, unknown -> new ArrayDeque<>(1)).addLast(letter);
    }

    /** The packets of a letter were all written. */
    void written(Letter letter) {
        if (letter.state == State.WRITING) {
            finish(letter);
            outcomes.accept(
                    Outcome.of(Kind.WRITTEN, letter.item(RelayItem.State.SENT, Instant.EPOCH), letter.attempts == 1));
        }
    }

    /** A valid receipt came; false if nobody waits for it. */
    boolean receipt(ReceiptKey key, long nanos) {
        Deque<Letter> waiting = expected.get(key);
        if (waiting == null) {
            return false;
        }
        Letter letter = waiting.stream().filter(Letter::holdsASlot).findFirst().orElse(waiting.getFirst());
        forget(key, letter);
        letter.open.remove(key);
        unansweredInARow = 0;
        lastReceiptNanos = nanos;
        highestReceipted = Math.max(highestReceipted, letter.order);
        if (letter.open.isEmpty()) {
            if (letter.state == State.BEHIND) {
                remember(letter.sequence);
            }
            finish(letter);
            outcomes.accept(Outcome.of(Kind.RECEIPTED, letter.item(RelayItem.State.SENT, Instant.EPOCH), false));
        }
        return true;
    }

    /** Time has passed: deals with frames whose receipt did not come. */
    void tick(Instant now, long nanos) {
        while (!deadlines.isEmpty() && deadlines.peek().nanos() <= nanos) {
            Due due = deadlines.remove();
            Letter letter = due.letter();
            if (letter.state != State.ACTIVE || letter.deadlineNanos != due.nanos()) {
                continue;
            }
            long anew = lastReceiptNanos + delivery.timeout().toNanos();
            if (letter.order > highestReceipted && lastReceiptNanos != Long.MIN_VALUE && anew > nanos) {
                // the platform works off what came before this frame: it is slow, not deaf
                letter.deadlineNanos = anew;
                deadlines.add(new Due(anew, letter));
            } else {
                unanswered(letter, now);
            }
        }
    }

    private void unanswered(Letter letter, Instant now) {
        unansweredInARow++;
        if (letter.tries > delivery.resends() || isSilent()) {
            goBehind(letter, now);
        } else {
            letter.state = State.OVERDUE;
            (letter.isBacklog() ? overdueBacklog : overdue).addLast(letter);
        }
    }

    private void goBehind(Letter letter, Instant now) {
        release(letter);
        held.remove(letter.sequence);
        letter.rounds++;
        letter.lane = Lane.BACKLOG;
        letter.packets = List.of();
        if (letter.rounds >= delivery.rounds()) {
            letter.state = State.DONE;
            forgetKeys(letter);
            outcomes.accept(Outcome.of(Kind.GIVEN_UP, letter.item(RelayItem.State.UNRECEIPTED, Instant.EPOCH), false));
            return;
        }
        letter.state = State.BEHIND;
        behind.put(letter.sequence, letter);
        if (behind.size() > BEHIND_REMEMBERED) {
            Letter oldest = behind.values().iterator().next();
            behind.remove(oldest.sequence);
            forgetKeys(oldest);
        }
        Instant nextAt = now.plus(delivery.restBefore(letter.rounds));
        outcomes.accept(Outcome.of(Kind.BEHIND, letter.item(RelayItem.State.UNRECEIPTED, nextAt), false));
    }

    /** The connection is gone: what was under way waits again, at its old place. */
    void disconnected(Instant now) {
        overdue.clear();
        overdueBacklog.clear();
        deadlines.clear();
        for (Letter letter : List.copyOf(held.values())) {
            if (!letter.holdsASlot()) {
                continue;
            }
            if (letter.tries > delivery.resends()) {
                goBehind(letter, now);
            } else {
                release(letter);
                letter.state = State.WAITING;
                queueOf(letter).add(letter);
            }
        }
    }

    /** Frames too old to be new become backlog; what is too much for memory goes back to the ledger. */
    private void age(Instant now) {
        Instant since = now.minus(delivery.realtimeWithin());
        while (!realtime.isEmpty() && !realtime.first().arrivedAt.isAfter(since)) {
            Letter old = realtime.pollFirst();
            old.lane = Lane.BACKLOG;
            backlog.add(old);
        }
        while (backlog.size() > BACKLOG_HELD) {
            Letter last = backlog.pollLast();
            held.remove(last.sequence);
            forgetKeys(last);
            giveBack(last);
        }
    }

    private void giveBack(Letter letter) {
        letter.state = State.DONE;
        outcomes.accept(Outcome.of(Kind.RETURNED, letter.item(RelayItem.State.WAITING, Instant.EPOCH), false));
    }

    private void remember(long sequence) {
        receiptedLate.add(sequence);
        if (receiptedLate.size() > BEHIND_REMEMBERED) {
            receiptedLate.remove(receiptedLate.iterator().next());
        }
    }

    private NavigableSet<Letter> queueOf(Letter letter) {
        return letter.isBacklog() ? backlog : realtime;
    }

    private void finish(Letter letter) {
        if (letter.state == State.WAITING) {
            queueOf(letter).remove(letter);
        } else if (letter.state == State.OVERDUE) {
            (letter.isBacklog() ? overdueBacklog : overdue).remove(letter);
        }
        release(letter);
        letter.state = State.DONE;
        forgetKeys(letter);
        held.remove(letter.sequence);
        behind.remove(letter.sequence);
    }

    private void release(Letter letter) {
        if (letter.holdsASlot()) {
            active--;
            activeBacklog -= letter.isBacklog() ? 1 : 0;
        }
    }

    private void forgetKeys(Letter letter) {
        for (ReceiptKey key : new ArrayList<>(letter.open)) {
            forget(key, letter);
        }
        letter.open.clear();
    }

    private void forget(ReceiptKey key, Letter letter) {
        Deque<Letter> waiting = expected.get(key);
        if (waiting != null) {
            waiting.remove(letter);
            if (waiting.isEmpty()) {
                expected.remove(key);
            }
        }
    }

    /** Whether more frames in a row stayed unanswered than one is sent: the platform hears nothing, or says nothing. */
    boolean isSilent() {
        return unansweredInARow > delivery.resends();
    }

    /** Frames that hold a place in the window. */
    int underWay() {
        return active;
    }

    /** Realtime frames that wait. */
    int realtimeWaiting() {
        return realtime.size();
    }

    /** Frames of the backlog that wait here. */
    int backlogWaiting() {
        return backlog.size();
    }
}
