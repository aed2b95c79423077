package io.stackwatch.core.notice;

import io.stackwatch.core.alarm.AlarmLevel;
import java.util.List;

/**
 * What goes over a channel: one notice, or a digest of several.
 *
 * @param id of the notice, or that which follows from all notices of the digest: the same at every attempt
 * @param tells the notices of which the reader knows after it, the gravest first
 * @param to where on the channel, as in {@link Address#at}
 * @param text what is said
 */
public record NoticeMessage(NoticeId id, List<Notice> tells, String to, NoticeText text) {

    public NoticeMessage {
        tells = tells.stream().sorted(Notice.WORST_FIRST).toList();
        if (tells.isEmpty()) {
            throw new IllegalArgumentException("a message that tells nothing");
        }
    }

    /** The message of one notice. */
    public static NoticeMessage of(Notice notice, String to) {
        return new NoticeMessage(notice.id(), List.of(notice), to, notice.text());
    }

    /** A message of several. */
    public static NoticeMessage digest(List<Notice> notices, String to, NoticeText text) {
        return new NoticeMessage(
                NoticeId.digestOf(notices.stream().map(Notice::id).toList()), notices, to, text);
    }

    /** How grave the gravest is. */
    public AlarmLevel severity() {
        return tells.get(0).severity();
    }
}
