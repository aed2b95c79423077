package io.stackwatch.core.notice;

import io.stackwatch.core.alarm.AlarmLevel;
import java.time.Instant;
import java.util.Comparator;

/**
 * One thing that one recipient must know.
 *
 * @param id its identity, which follows from subject, occasion and recipient
 * @param subject the alarm or case file
 * @param severity how grave it is
 * @param recipient who is told, and where
 * @param text what they are told
 * @param queuedAt when it became due
 */
public record Notice(
        NoticeId id,
        NoticeSubject subject,
        AlarmLevel severity,
        Recipient recipient,
        NoticeText text,
        Instant queuedAt) {

    /**
     * The gravest first; of the same gravity what has waited longest; then by id, so that the order is always the
     * same.
     */
    public static final Comparator<Notice> WORST_FIRST = Comparator.comparing(
                    Notice::severity, Comparator.reverseOrder())
            .thenComparing(Notice::queuedAt)
            .thenComparing(Notice::id);
}
