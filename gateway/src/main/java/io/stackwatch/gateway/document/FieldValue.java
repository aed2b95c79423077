package io.stackwatch.gateway.document;

import io.stackwatch.core.enforcement.LawCitation;
import java.util.Optional;

/**
 * What stands in a field.
 *
 * @param text the text
 * @param citation the article that it cites, if it cites one
 * @param remark what an officer must know about it, may be empty text
 */
record FieldValue(String text, Optional<LawCitation> citation, String remark) {

    static FieldValue of(String text) {
        return new FieldValue(text, Optional.empty(), "");
    }
}
