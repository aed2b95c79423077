package io.stackwatch.gateway.api;

import io.stackwatch.gateway.access.Exports;
import io.stackwatch.gateway.access.Standing;
import io.stackwatch.gateway.circular.bytes.SealedFile;
import io.stackwatch.gateway.evidence.EvidencePackage;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Answers that are files. Every one is written down before it leaves. */
final class FileAnswers {

    private static final String NOBODY = "not signed in";
    private static final String NO_ROLE = "UNSTATED";

    private final Workers workers;
    private final Exports exports;

    FileAnswers(Workers workers, Exports exports) {
        this.workers = workers;
        this.exports = exports;
    }

    void sheet(RoutingContext context, Function<Parameters, Callable<String>> relays) {
        Parameters parameters = ApiServer.parameters(context);
        Callable<String> call = relays.apply(parameters);
        workers.run(() -> {
                    byte[] bytes = call.call().getBytes(StandardCharsets.UTF_8);
                    told(context, "reconciliationSheet", parameters.path("name"), hex(bytes));
                    return Buffer.buffer(bytes);
                })
                .onSuccess(sheet -> {
                    context.response().putHeader("Content-Disposition", "attachment; filename=\"reconciliation.csv\"");
                    ApiServer.end(context, 200, "text/csv; charset=utf-8", sheet);
                })
                .onFailure(context::fail);
    }

    void paper(RoutingContext context, PaperEndpoints papers) {
        Callable<PaperEndpoints.Sheet> call = papers.paper(ApiServer.parameters(context));
        workers.run(() -> {
                    PaperEndpoints.Sheet sheet = call.call();
                    told(context, "monthPaper", sheet.name(), hexOf(sheet.digest()));
                    return sheet;
                })
                .onSuccess(sheet -> context.response()
                        .putHeader("Content-Disposition", "attachment; filename=\"" + sheet.name() + "\"")
                        .putHeader("Repr-Digest", sheet.digest())
                        .putHeader("Content-Type", sheet.mediaType())
                        .putHeader("Cache-Control", "no-store")
                        .sendFile(sheet.file())
                        .onFailure(context::fail))
                .onFailure(context::fail);
    }

    void evidence(RoutingContext context, CaseEndpoints cases) {
        Callable<EvidencePackage> call = cases.evidence(ApiServer.parameters(context));
        workers.run(() -> {
                    EvidencePackage made = call.call();
                    told(context, "caseEvidence", made.name(), made.sha256());
                    return made;
                })
                .onSuccess(made -> {
                    String digest =
                            Base64.getEncoder().encodeToString(HexFormat.of().parseHex(made.sha256()));
                    context.response()
                            .putHeader("Content-Disposition", "attachment; filename=\"" + made.name() + "\"")
                            .putHeader("Repr-Digest", "sha-256=:" + digest + ":")
                            .putHeader("Manifest-Sha256", made.manifestSha256());
                    ApiServer.end(context, 200, "application/octet-stream", Buffer.buffer(made.bytes()));
                })
                .onFailure(context::fail);
    }

    void printed(
            RoutingContext context,
            String operation,
            Function<Parameters, Callable<DocumentEndpoints.Printed>> endpoint) {
        Parameters parameters = ApiServer.parameters(context);
        Callable<DocumentEndpoints.Printed> call = endpoint.apply(parameters);
        workers.run(() -> {
                    DocumentEndpoints.Printed made = call.call();
                    told(context, operation, parameters.path("file"), hex(made.bytes()));
                    return made;
                })
                .onSuccess(made -> {
                    context.response()
                            .putHeader("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(made.name()))
                            .putHeader("Repr-Digest", "sha-256=:" + digest(made.bytes()) + ":")
                            .putHeader("Content-Sha256", made.contentSha256());
                    ApiServer.end(context, 200, made.mediaType(), Buffer.buffer(made.bytes()));
                })
                .onFailure(context::fail);
    }

    void proof(RoutingContext context, MarkEndpoints marks) {
        Parameters parameters = ApiServer.parameters(context);
        Callable<byte[]> call = marks.proofBytes(parameters);
        workers.run(() -> {
                    Buffer bytes = Buffer.buffer(call.call());
                    told(context, "proof", parameters.path("sha256"), parameters.path("sha256"));
                    return bytes;
                })
                .onSuccess(bytes -> {
                    context.response().putHeader("Content-Disposition", "attachment; filename=\"proof\"");
                    ApiServer.end(context, 200, "application/octet-stream", bytes);
                })
                .onFailure(context::fail);
    }

    private void told(RoutingContext context, String operation, String subject, String digest) {
        Optional<Standing> standing = Visit.standing(context);
        exports.told(
                standing.map(one -> one.caller().person().value()).orElse(NOBODY),
                standing.map(Standing::roles).orElse(NO_ROLE),
                operation,
                subject,
                digest);
    }

    /** A file name as header values have it (RFC 8187). */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    private static String digest(byte[] bytes) {
        return Base64.getEncoder().encodeToString(SealedFile.sha256().digest(bytes));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(SealedFile.sha256().digest(bytes));
    }

    /** Of the value of a Repr-Digest header. */
    private static String hexOf(String header) {
        int start = header.indexOf(':') + 1;
        return HexFormat.of().formatHex(Base64.getDecoder().decode(header.substring(start, header.lastIndexOf(':'))));
    }
}
