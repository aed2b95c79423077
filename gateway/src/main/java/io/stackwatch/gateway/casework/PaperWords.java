package io.stackwatch.gateway.casework;

import io.stackwatch.gateway.document.DocumentField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What officers write into a document: the fields that nobody else knows, and the particulars of the party, which the registry does not hold.
 *
 * @param byField in words, by field
 */
record PaperWords(Map<DocumentField, String> byField) {

    private static final List<DocumentField> OF_THE_PARTY = List.of(
            DocumentField.PARTY, DocumentField.CREDIT_CODE, DocumentField.ADDRESS, DocumentField.REPRESENTATIVE);

    PaperWords {
        byField = Map.copyOf(byField);
    }

    /** The first of those names that is no field which an officer writes, or has no words. */
    static Optional<String> wrong(Map<String, String> words) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().isBlank()
                        || DocumentField.named(entry.getKey())
                                .filter(PaperWords::isWritten)
                                .isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    private static boolean isWritten(DocumentField field) {
        return field.isGiven() || OF_THE_PARTY.contains(field);
    }

    /** By the Chinese names of the fields. */
    static PaperWords named(Map<String, String> words) {
        Map<DocumentField, String> byField = new EnumMap<>(DocumentField.class);
        words.forEach((label, text) -> byField.put(DocumentField.named(label).orElseThrow(), text.strip()));
        return new PaperWords(byField);
    }

    /** As they are stored, by the constants' names. */
    static PaperWords stored(Map<String, String> words) {
        Map<DocumentField, String> byField = new EnumMap<>(DocumentField.class);
        words.forEach((name, text) -> byField.put(DocumentField.valueOf(name), text));
        return new PaperWords(byField);
    }

    Map<String, String> toStore() {
        return byField.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }

    Optional<String> of(DocumentField field) {
        return Optional.ofNullable(byField.get(field));
    }

    /** Those that a document takes as given. */
    Map<DocumentField, String> given() {
        return byField.entrySet().stream()
                .filter(entry -> entry.getKey().isGiven())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the audit trail has of them for a document, in the order of the fields; there is one at least. */
    String text(long document) {
        return "document=" + document + "\n"
                + new EnumMap<>(byField)
                        .entrySet().stream()
                                .map(entry -> entry.getKey().name() + "=" + entry.getValue())
                                .collect(Collectors.joining("\n"));
    }
}
