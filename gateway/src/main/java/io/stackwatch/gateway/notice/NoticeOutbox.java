package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.Notice;
import io.stackwatch.core.notice.NoticeId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The notices that somebody must still be told. Safe for use by several threads. */
public interface NoticeOutbox {

    /** Those that were queued and are not settled, in the order {@link Notice#WORST_FIRST}, at most {@code limit}. */
    List<Notice> open(int limit);

    /** These need no more of us: told, or given up with the reason in the log. Settling twice is harmless. */
    void settle(Collection<NoticeId> notices, Instant at);
}
