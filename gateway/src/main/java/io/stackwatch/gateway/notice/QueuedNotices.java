package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.Notice;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The notices that were decided on, numbered in the order in which they were committed; they are only added. */
@FunctionalInterface
public interface QueuedNotices {

    /** Those behind a number, in order, at most {@code limit}. */
    List<Queued> behind(Handle handle, long number, int limit);

    /** A notice and its number. */
    record Queued(long number, Notice notice) {}
}
