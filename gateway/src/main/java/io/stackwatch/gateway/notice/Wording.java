package io.stackwatch.gateway.notice;

import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.notice.Notice;
import io.stackwatch.core.notice.NoticeFact;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.core.notice.NoticeText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The words of messages as every channel begins with them. */
public final class Wording {

    private static final List<AlarmLevel> GRAVEST_FIRST =
            List.of(AlarmLevel.RED, AlarmLevel.ORANGE, AlarmLevel.YELLOW, AlarmLevel.BLUE);

    private Wording() {}

    /** The colour of a level. */
    public static String level(AlarmLevel level) {
        return switch (level) {
            case RED -> "红色";
            case ORANGE -> "橙色";
            case YELLOW -> "黄色";
            case BLUE -> "蓝色";
        };
    }

    /** The level and the title. */
    public static String title(NoticeMessage message) {
        return "【" + level(message.severity()) + "】" + message.text().title();
    }

    /** Body and facts, a line each. */
    public static List<String> lines(NoticeMessage message) {
        List<String> lines = new ArrayList<>();
        message.text().body().lines().filter(line -> !line.isBlank()).forEach(lines::add);
        message.text().facts().forEach(fact -> lines.add(fact.label() + ":" + fact.value()));
        return lines;
    }

    /** The line by which a message that comes twice is known again. */
    public static String number(NoticeMessage message) {
        return "编号:" + message.id();
    }

    /** All of it as plain text of at most so many UTF-8 bytes; what is cut is never the number. */
    public static String plain(NoticeMessage message, int bytes) {
        String number = "\n" + number(message);
        String said = title(message) + "\n" + String.join("\n", lines(message));
        return cut(said, bytes - number.getBytes(StandardCharsets.UTF_8).length) + number;
    }

    /**
     * The text of a digest: how many of each level, and the worst by name.
     *
     * @param notices the worst first
     * @param named how many are named at most
     */
    static NoticeText digest(List<Notice> notices, int named) {
        List<String> counts = new ArrayList<>();
        for (AlarmLevel level : GRAVEST_FIRST) {
            long count = notices.stream().filter(n -> n.severity() == level).count();
            if (count > 0) {
                counts.add(level(level) + " " + count + " 条");
            }
        }
        String worst = notices.stream()
                .limit(named)
                .map(n -> "【" + level(n.severity()) + "】" + n.text().title())
                .collect(Collectors.joining("\n"));
        int others = notices.size() - Math.min(named, notices.size());
        String rest = others > 0 ? "\n另有 " + others + " 条,请在告警列表中查看。" : "";
        return new NoticeText(
                "通知汇总:共 " + notices.size() + " 条(" + String.join(",", counts) + ")",
                worst + rest,
                List.of(
                        new NoticeFact("count", "条数", String.valueOf(notices.size())),
                        new NoticeFact("worst", "最严重", notices.get(0).text().title())));
    }

    /** A text cut to a number of UTF-8 bytes, between characters, with an ellipsis where something is missing. */
    public static String cut(String text, int bytes) {
        if (text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int room = bytes - "…".getBytes(StandardCharsets.UTF_8).length;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            room -= new String(Character.toChars(point)).getBytes(StandardCharsets.UTF_8).length;
            if (room < 0) {
                break;
            }
            kept.appendCodePoint(point);
            i += Character.charCount(point);
        }
        return kept.append('…').toString();
    }
}
