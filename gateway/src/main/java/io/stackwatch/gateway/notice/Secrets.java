package io.stackwatch.gateway.notice;

import io.stackwatch.gateway.config.EntryReader;
import io.stackwatch.gateway.config.SecretReader;
import io.stackwatch.gateway.records.SecretReference;
import java.util.Optional;

/**
 * Reads the secrets that the file of channels refers to: {@code env:NAME} or {@code file:PATH}, never the secret
 * itself.
 */
public final class Secrets {

    private static final String EXPECTED = "env:NAME or file:PATH, never the secret itself";

    private final SecretReader reader;

    /** Over this reader. */
    public Secrets(SecretReader reader) {
        this.reader = reader;
    }

    /** The secret of a field; what is missing is noted as a problem. */
    public Optional<String> required(EntryReader entry, String field) {
        if (!entry.has(field)) {
            entry.problem(entry.line(), field, "nothing", EXPECTED);
            return Optional.empty();
        }
        Optional<SecretReference> reference = entry.secret(field, EXPECTED, Secrets::reference);
        Optional<String> secret = reference.flatMap(reader::read);
        if (reference.isPresent() && secret.isEmpty()) {
            entry.problem(entry.line(), field, reference.get().text(), "a reference to a secret that is there");
        }
        return secret;
    }

    private static SecretReference reference(String text) {
        SecretReference reference = new SecretReference(text);
        if (!reference.isPresent()) {
            throw new IllegalArgumentException("blank");
        }
        return reference;
    }
}
