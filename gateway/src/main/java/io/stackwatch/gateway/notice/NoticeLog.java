package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.Delivery;
import io.stackwatch.core.notice.NoticeId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What became of every notice: rows that are only added. Safe for use by several threads. */
public interface NoticeLog {

    /** Adds rows: all of them, or, if it throws, none. They are durable on return. */
    void add(List<Delivery> rows);

    /**
     * The rows of these notices, each notice's in the order in which they were added; a notice without rows has none.
     */
    Map<NoticeId, List<Delivery>> of(Collection<NoticeId> notices);

    /**
     * When messages were handed to each channel, behind a moment and in order; a message of several notices counts
     * once for each attempt.
     */
    Map<ChannelName, List<Instant>> handedOver(Instant behind);
}
