package io.stackwatch.simulator.conform;

import java.util.Locale;
import java.util.Optional;

/** The part of the dialogue that a case belongs to; the report counts by it. */
public enum Chapter {
    /** Whether and how an upload is answered. */
    ANSWER("Answers", "应答"),
    /** The upload commands. */
    UPLOAD("Uploads", "数据上传"),
    /** MN, PW and connections. */
    IDENTITY("Identity", "身份与连接"),
    /** Head, length, checksum, end. */
    FRAME("Packet", "通信包"),
    /** PNUM and PNO. */
    SPLIT("Split packets", "分包"),
    /** The content's grammar and what the field makes of it. */
    CONTENT("Content", "数据区"),
    /** Requests of the host. */
    REQUEST("Requests", "请求命令"),
    /** Stored data that is asked for or sent later. */
    BACKFILL("Stored data", "历史与补传"),
    /** SM4. */
    ENCRYPTION("Encryption", "加密");

    private final String english;
    private final String chinese;

    Chapter(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** Its heading. */
    public String english() {
        return english;
    }

    /** Its heading for a Chinese reader. */
    public String chinese() {
        return chinese;
    }

    static Optional<Chapter> of(String word) {
        for (Chapter chapter : values()) {
            if (chapter.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(chapter);
            }
        }
        return Optional.empty();
    }
}
