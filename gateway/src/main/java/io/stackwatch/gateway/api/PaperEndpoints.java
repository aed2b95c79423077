package io.stackwatch.gateway.api;

import io.stackwatch.gateway.api.AuditEndpoints.Asked;
import io.stackwatch.gateway.audit.AuditDesk;
import io.stackwatch.gateway.audit.PaperFile;
import io.stackwatch.gateway.records.MonthVersion;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The papers of a version of a month: which there are, and each as a file. */
final class PaperEndpoints {

    private static final int MOST_BYTES = 64 << 20;

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
    record Sheet(String name, String mediaType, String digest, Buffer content) {}

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
            Bounded content = new Bounded();
            Optional<PaperFile> written = desk.paper(asked.month(), version.number(), asked.variant(), name, content);
            PaperFile file = written.orElseThrow(() -> new Refusal(
                    Problem.notFound("paper of version " + version.number() + " of " + asked.month(), name)));
            return new Sheet(
                    file.name(),
                    file.mediaType(),
                    "sha-256=:"
                            + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256()))
                            + ":",
                    Buffer.buffer(content.toByteArray()));
        };
    }

    /** Bytes in memory, and a refusal where they become too many. */
    private static final class Bounded extends ByteArrayOutputStream {

        @Override
        public synchronized void write(int one) {
            refuse(1);
            super.write(one);
        }

        @Override
        public synchronized void write(byte[] some, int from, int length) {
            refuse(length);
            super.write(some, from, length);
        }

        private void refuse(int more) {
            if (count + (long) more > MOST_BYTES) {
                throw new Refusal(Problem.of(
                        507,
                        "Insufficient Storage",
                        "the paper has more than " + MOST_BYTES
                                + " bytes; the command 'audit' writes it into a folder"));
            }
        }
    }
}
