package io.stackwatch.gateway.notice.sms;

import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.gateway.notice.Wording;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text with slots that the operator has approved.
 *
 * @param code what the operator calls it
 * @param slots what stands in each slot: the key of a fact, or {@code title}, {@code level}, {@code number}
 * @param longest characters that a slot holds; more are cut
 */
public record SmsTemplate(String code, Map<String, String> slots, int longest) {

    /** What stands in a slot whose fact the notice does not have. */
    private static final String NOTHING = "无";

    public SmsTemplate {
        slots = Map.copyOf(slots);
        if (code.isBlank() || longest < 1 || longest > 500) {
            throw new IllegalArgumentException("a template has a code and slots of 1 to 500 characters: " + longest);
        }
    }

    /** The slots filled, in the order of their names. */
    Map<String, String> filled(NoticeMessage message) {
        Map<String, String> filled = new LinkedHashMap<>();
        new TreeMap<>(slots).forEach((slot, source) -> filled.put(slot, cut(source(message, source))));
        return filled;
    }

    private static String source(NoticeMessage message, String source) {
        return switch (source) {
            case "title" -> message.text().title();
            case "level" -> Wording.level(message.severity());
            case "number" -> message.id().value();
            default -> message.text().fact(source).orElse(NOTHING);
        };
    }

    private String cut(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
