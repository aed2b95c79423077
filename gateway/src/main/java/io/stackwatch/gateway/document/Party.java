package io.stackwatch.gateway.document;

import java.util.Optional;

/**
 * Whom a document concerns (当事人).
 *
 * @param name as registered
 * @param creditCode unified social credit code (统一社会信用代码)
 * @param address domicile (住所)
 * @param representative legal representative or responsible person
 */
public record Party(
        String name, Optional<String> creditCode, Optional<String> address, Optional<String> representative) {

    public Party {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a party has a name");
        }
    }
}
