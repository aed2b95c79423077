package io.stackwatch.core.notice;

import io.stackwatch.core.alarm.AlarmFixture;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.AlarmLevel;
import java.time.Instant;
import java.util.List;

/** Notices of exceedances for the duty officer, who has a robot and, behind it, a telephone. */
public final class NoticeFixture {

    /** Channel of the robot. */
    public static final ChannelName ROBOT = new ChannelName("duty-robot");

    /** Channel of short messages. */
    public static final ChannelName SMS = new ChannelName("sms");

    /** The officer on duty, by robot and then by short message. */
    public static final Recipient OFFICER =
            new Recipient(new RecipientId("officer"), List.of(new Address(ROBOT, ""), new Address(SMS, "13800000000")));

    private NoticeFixture() {}

    /** The notice of an alarm that is told apart by a number. */
    public static Notice notice(int number, AlarmLevel severity, Instant queuedAt) {
        return notice(number, severity, queuedAt, OFFICER);
    }

    /** The same for somebody else. */
    public static Notice notice(int number, AlarmLevel severity, Instant queuedAt, Recipient recipient) {
        NoticeSubject subject = new NoticeSubject.OfAlarm(AlarmId.of(AlarmFixture.key(number)));
        return new Notice(
                NoticeId.of(subject, "NEW_ALARM", recipient.id()),
                subject,
                severity,
                recipient,
                text(number),
                queuedAt);
    }

    private static NoticeText text(int number) {
        return new NoticeText(
                "排放口 DA" + number + " 颗粒物超标",
                "小时均值 12.3 mg/m³,限值 10 mg/m³。",
                List.of(
                        new NoticeFact("outlet", "排放口", "DA" + number),
                        new NoticeFact("factor", "因子", "颗粒物"),
                        new NoticeFact("value", "小时均值", "12.3 mg/m³")));
    }
}
