package io.stackwatch.gateway.plant;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.List;

/**
 * The certificate of a server, as a person looks at it before trusting it.
 *
 * @param thumbprint SHA-256 of it, 64 hexadecimal digits
 * @param trusted whether somebody has trusted it; otherwise it is rejected
 * @param subject whom it names
 * @param issuer who signed it
 * @param notBefore from when it is valid
 * @param notAfter until when
 * @param applicationUri the application it names; empty if none
 * @param waiting the sources that are refused for it now
 */
public record CertificateFile(
        String thumbprint,
        boolean trusted,
        String subject,
        String issuer,
        Instant notBefore,
        Instant notAfter,
        String applicationUri,
        List<Mn> waiting) {

    public CertificateFile {
        waiting = List.copyOf(waiting);
    }
}
