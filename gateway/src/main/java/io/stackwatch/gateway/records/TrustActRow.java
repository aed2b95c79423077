package io.stackwatch.gateway.records;

/**
 * What somebody decided about a server's certificate; cannot be changed.
 *
 * @param number counts the acts, from 1
 * @param thumbprint SHA-256 of the certificate
 * @param kind what was decided
 * @param act who, when, why
 * @param subject whom the certificate names
 */
public record TrustActRow(long number, String thumbprint, Kind kind, Act act, String subject) {

    /** What can be decided. */
    public enum Kind {
        /** The certificate is to be trusted. */
        TRUSTED,
        /** It is not to be trusted any more. */
        WITHDRAWN
    }
}
