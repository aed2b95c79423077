package io.stackwatch.gateway.records;

/**
 * As whom the gateway logs in to a source.
 *
 * @param kind how
 * @param name the user, or the file of the certificate; empty for nobody
 * @param secret where the password or the private key stands
 */
public record SourceLogin(Kind kind, String name, SecretReference secret) {

    /** As nobody. */
    public static final SourceLogin ANONYMOUS = new SourceLogin(Kind.ANONYMOUS, "", SecretReference.NONE);

    public SourceLogin {
        boolean named = !name.isBlank() && secret.isPresent();
        if (kind == Kind.ANONYMOUS ? !name.isEmpty() || secret.isPresent() : !named) {
            throw new IllegalArgumentException(
                    "a login as " + kind + " with " + (named ? "" : "no ") + "name and secret");
        }
        if (kind == Kind.CERTIFICATE && !secret.text().startsWith("file:")) {
            throw new IllegalArgumentException("a private key is a file, not " + secret);
        }
    }

    /** How one logs in. */
    public enum Kind {
        /** As nobody. */
        ANONYMOUS,
        /** By name and password. */
        USER,
        /** By a certificate and its private key. */
        CERTIFICATE
    }
}
