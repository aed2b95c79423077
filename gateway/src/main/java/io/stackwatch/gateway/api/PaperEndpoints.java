package io.stackwatch.gateway.api;

import io.stackwatch.gateway.api.AuditEndpoints.Asked;
import io.stackwatch.gateway.audit.AuditDesk;
import io.stackwatch.gateway.audit.PaperOnShelf;
import io.stackwatch.gateway.records.MonthVersion;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.Callable;

/** The papers of a version of a month: which there are, and each as a file. */
final class PaperEndpoints {

    private final AuditDesk desk;
    private final AuditEndpoints months;

    PaperEndpoints(ApiParts parts, AuditEndpoints months) {
        this.desk = parts.audit();
        this.months = months;
    }

    /**
     * A paper to be sent.
     *
     * @param digest as the header {@code Repr-Digest} (RFC 9530) has it
     */
    record Sheet(String name, String mediaType, String digest, String file) {}

    Callable<?> papers(Parameters parameters) {
        Asked asked = AuditEndpoints.asked(parameters);
        return () -> {
            MonthVersion version = months.version(asked);
            return new MonthView.PaperList(
                    asked.month().toString(),
                    version.number(),
                    asked.variant(),
                    desk.papers(asked.month(), version.number(), asked.variant())
                            .orElseThrow(() -> AuditEndpoints.noFigures(asked, version)));
        };
    }

    Callable<Sheet> paper(Parameters parameters) {
        Asked asked = AuditEndpoints.asked(parameters);
        String name = parameters.path("name");
        return () -> {
            MonthVersion version = months.version(asked);
            PaperOnShelf found = desk.paper(asked.month(), version.number(), asked.variant(), name)
                    .orElseThrow(() -> new Refusal(
                            Problem.notFound("paper of version " + version.number() + " of " + asked.month(), name)));
            return new Sheet(
                    found.paper().name(),
                    found.paper().mediaType(),
                    "sha-256=:"
                            + Base64.getEncoder()
                                    .encodeToString(HexFormat.of()
                                            .parseHex(found.paper().sha256()))
                            + ":",
                    found.path().toString());
        };
    }
}
