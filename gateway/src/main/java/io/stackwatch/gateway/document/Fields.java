package io.stackwatch.gateway.document;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The values of fields as they are read; what is not put is not known. Not thread-safe. */
final class Fields {

    private final Map<DocumentField, FieldValue> values = new EnumMap<>(DocumentField.class);

    void put(DocumentField field, String text) {
        values.put(field, FieldValue.of(text));
    }

    void put(DocumentField field, Optional<String> text) {
        text.filter(known -> !known.isBlank()).ifPresent(known -> put(field, known));
    }

    void put(DocumentField field, FieldValue value) {
        values.put(field, value);
    }

    Optional<FieldValue> get(DocumentField field) {
        return Optional.ofNullable(values.get(field));
    }
}
