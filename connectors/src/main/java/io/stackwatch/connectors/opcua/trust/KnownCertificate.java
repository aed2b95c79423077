package io.stackwatch.connectors.opcua.trust;

import java.time.Instant;

/**
 * A certificate as a person looks at it before trusting it.
 *
 * @param thumbprint SHA-256 of it, 64 hexadecimal digits
 * @param subject whom it names
 * @param issuer who signed it
 * @param notBefore when it becomes valid
 * @param notAfter when it ceases to be
 * @param applicationUri the application it names; empty if it names none
 */
public record KnownCertificate(
        String thumbprint, String subject, String issuer, Instant notBefore, Instant notAfter, String applicationUri) {}
