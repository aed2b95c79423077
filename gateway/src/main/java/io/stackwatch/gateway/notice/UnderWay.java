package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.Delivery;
import io.stackwatch.core.notice.NoticeId;
import io.stackwatch.core.notice.Receipt;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Attempts that were handed to a channel by this process, and what the channels said. Receipts come on any thread;
 * all else is the dispatcher's own thread.
 */
final class UnderWay {

    /** What a channel said of an attempt, and when. */
    record Answer(Attempt attempt, Receipt receipt, Instant at) {}

    /** The rows of one message that was handed over. */
    record Attempt(NoticeId message, List<Delivery> rows) {
        Attempt {
            rows = List.copyOf(rows);
        }

        ChannelName channel() {
            return rows.get(0).channel();
        }

        /** The rows that follow from a receipt. */
        List<Delivery> answered(Receipt receipt, Instant at) {
            return rows.stream()
                    .map(row -> new Delivery(row.notice(), row.channel(), row.message(), row.attempt(), receipt, at))
                    .toList();
        }
    }

    private final Clock clock;
    private final Map<NoticeId, Attempt> byNotice = new HashMap<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    UnderWay(Clock clock) {
        this.clock = clock;
    }

    void add(Attempt attempt) {
        attempt.rows().forEach(row -> byNotice.put(row.notice(), attempt));
    }

    /** Whether this very attempt was handed over by us and owes us its receipt. */
    boolean waitsFor(Delivery row) {
        Attempt attempt = byNotice.get(row.notice());
        return attempt != null && attempt.rows().contains(row);
    }

    /** Called by channels. */
    void answered(Attempt attempt, Receipt receipt) {
        answers.add(new Answer(attempt, receipt, clock.instant()));
    }

    /** The answers that came since; they stay until {@link #done}. */
    List<Answer> answers() {
        return new ArrayList<>(answers);
    }

    /** These answers are kept. */
    void done(List<Answer> kept) {
        for (Answer answer : kept) {
            answers.remove(answer);
            forget(answer.attempt());
        }
    }

    /** Nobody waits for this attempt any more. */
    void forget(Attempt attempt) {
        attempt.rows().forEach(row -> byNotice.remove(row.notice(), attempt));
    }

    /** The attempt that a notice is part of. */
    void forget(NoticeId notice) {
        Attempt attempt = byNotice.get(notice);
        if (attempt != null) {
            forget(attempt);
        }
    }
}
