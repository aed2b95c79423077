package io.stackwatch.gateway.notice.sms;

import io.stackwatch.gateway.config.Entry;
import io.stackwatch.gateway.config.EntryReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads name of the sender and both templates, which are the same fields for every interface. */
final class SmsTexts {

    /** What the operators let stand in a slot. */
    private static final int USUAL_SLOT = 35;

    private SmsTexts() {}

    static Optional<SmsChannel.Texts> read(EntryReader entry) {
        Optional<String> sender = entry.required("sign-name", "the approved name of the sender", SmsTexts::filled);
        Optional<SmsTemplate> one = template(entry.below("template"));
        Optional<SmsTemplate> digest = template(entry.below("digest-template"));
        return sender.isEmpty() || one.isEmpty() || digest.isEmpty()
                ? Optional.empty()
                : Optional.of(new SmsChannel.Texts(sender.get(), one.get(), digest.get()));
    }

    private static Optional<SmsTemplate> template(EntryReader entry) {
        Optional<String> code = entry.required("code", "the code of an approved template", SmsTexts::filled);
        Map<String, String> slots = new LinkedHashMap<>();
        for (Map.Entry<String, Entry> slot : entry.entries("slots").entrySet()) {
            slots.put(slot.getKey(), slot.getValue().text());
        }
        int longest = entry.number("longest", USUAL_SLOT);
        entry.nothingElse();
        if (code.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SmsTemplate(code.get(), slots, longest));
        } catch (IllegalArgumentException wrong) {
            entry.problem(entry.line(), "longest", String.valueOf(longest), "1 to 500 characters");
            return Optional.empty();
        }
    }

    private static String filled(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("blank");
        }
        return text;
    }
}
