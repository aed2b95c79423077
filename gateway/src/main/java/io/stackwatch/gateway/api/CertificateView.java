package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.plant.CertificateFile;
import io.stackwatch.gateway.records.TrustActRow;
import java.time.Instant;
import java.util.List;

/** A server's certificate as the interface shows it. */
record CertificateView(
        String thumbprint,
        boolean trusted,
        String subject,
        String issuer,
        Instant notBefore,
        Instant notAfter,
        String applicationUri,
        List<Mn> waiting) {

    static CertificateView of(CertificateFile file) {
        return new CertificateView(
                file.thumbprint(),
                file.trusted(),
                file.subject(),
                file.issuer(),
                file.notBefore(),
                file.notAfter(),
                file.applicationUri(),
                file.waiting());
    }

    /** Certificates, and what was decided about them lately. */
    record All(List<CertificateView> items, List<Decision> decisions) {}

    /** What somebody decided. */
    record Decision(
            long number,
            String thumbprint,
            TrustActRow.Kind kind,
            Instant at,
            String by,
            String reason,
            String subject) {

        static Decision of(TrustActRow row) {
            return new Decision(
                    row.number(),
                    row.thumbprint(),
                    row.kind(),
                    row.act().at(),
                    row.act().by(),
                    row.act().reason(),
                    row.subject());
        }
    }
}
