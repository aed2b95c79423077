package io.stackwatch.gateway.records;

import java.util.regex.Pattern;

/**
 * Where a secret stands: {@code env:NAME} or {@code file:PATH}. Never the secret itself, so it may be shown and stored.
 *
 * @param text the reference
 */
public record SecretReference(String text) {

    private static final Pattern FORM = Pattern.compile("|env:[A-Za-z_][A-Za-z0-9_]{0,127}|file:.{1,512}");

    /** No secret is needed. */
    public static final SecretReference NONE = new SecretReference("");

    public SecretReference {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("expected env:NAME or file:PATH");
        }
    }

    /** Whether there is one. */
    public boolean isPresent() {
        return !text.isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }
}
