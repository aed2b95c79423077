package io.stackwatch.core.notice;

import java.util.List;
import java.util.Optional;

/**
 * What is said. Plain text: a channel puts it into the form that it speaks and escapes what would be markup there.
 *
 * @param title one line
 * @param body what is said beyond the title; lines end in {@code \n}, may be empty
 * @param facts what it rests on, in the order in which they are read; no key twice
 */
public record NoticeText(String title, String body, List<NoticeFact> facts) {

    public NoticeText {
        facts = List.copyOf(facts);
        if (title.isBlank() || title.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a title is one line that is not blank");
        }
        if (facts.stream().map(NoticeFact::key).distinct().count() < facts.size()) {
            throw new IllegalArgumentException("a fact is named twice");
        }
    }

    /** The value of a fact; empty if it is not among them. */
    public Optional<String> fact(String key) {
        return facts.stream()
                .filter(f -> f.key().equals(key))
                .map(NoticeFact::value)
                .findFirst();
    }
}
