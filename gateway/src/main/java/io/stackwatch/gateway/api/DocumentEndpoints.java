package io.stackwatch.gateway.api;

import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.DocumentKind;
import io.stackwatch.gateway.casework.DocumentDesk;
import io.stackwatch.gateway.casework.DocumentDesk.DraftOrder;
import io.stackwatch.gateway.casework.DocumentDesk.WordsOrder;
import io.stackwatch.gateway.casework.PaperAnswer;
import io.stackwatch.gateway.casework.PaperFormat;
import io.stackwatch.gateway.document.DocumentAnswer;
import io.stackwatch.gateway.document.DocumentAnswer.Fault;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Documents of case files as PDF and docx, and what officers write into them. */
final class DocumentEndpoints {

    private final DocumentDesk desk;

    DocumentEndpoints(DocumentDesk desk) {
        this.desk = desk;
    }

    /**
     * A document to be sent.
     *
     * @param name of the file
     * @param contentSha256 digest of the text, which stands on its pages
     */
    record Printed(String name, String mediaType, String contentSha256, byte[] bytes) {}

    Callable<Printed> document(Parameters parameters) {
        CaseFileId id = id(parameters);
        long number = parameters.pathNumber("number");
        PaperFormat format = format(parameters);
        return () -> printed(() -> desk.document(id, number), format);
    }

    Callable<Printed> draft(Parameters parameters) {
        JsonObject body = parameters.body();
        DraftOrder order = new DraftOrder(
                id(parameters),
                DocumentKind.valueOf(parameters.path("kind")),
                CaseBody.strand(body),
                Optional.ofNullable(body.getString("act")).map(ActKind::valueOf),
                CaseBody.who(body),
                CaseBody.carries(body),
                words(body));
        PaperFormat format = format(parameters);
        return () -> printed(() -> desk.draft(order), format);
    }

    /** What is known of a document when its words are kept. */
    record Worded(long id, String title, String number, String sha256) {}

    Callable<?> write(Parameters parameters) {
        JsonObject body = parameters.body();
        WordsOrder order = new WordsOrder(
                id(parameters),
                parameters.pathNumber("number"),
                CaseBody.who(body),
                body.getString("reason"),
                words(body));
        return () -> {
            PaperAnswer.Made made = made(() -> desk.write(order));
            return new Worded(
                    order.number(),
                    made.written().text().title(),
                    made.written().text().number(),
                    made.written().text().sha256());
        };
    }

    private static Printed printed(Supplier<PaperAnswer> work, PaperFormat format) {
        PaperAnswer.Made made = made(work);
        return new Printed(
                made.title() + "." + format.ending(),
                format.mediaType(),
                made.written().text().sha256(),
                format.print(made.written()));
    }

    private static PaperAnswer.Made made(Supplier<PaperAnswer> work) {
        PaperAnswer answer;
        try {
            answer = work.get();
        } catch (IllegalArgumentException wrong) {
            throw new Refusal(Problem.badRequest(String.valueOf(wrong.getMessage())));
        }
        return answer.match(
                made -> made,
                not -> {
                    throw new Refusal(problem(not));
                },
                faulty -> {
                    throw new Refusal(problem(faulty));
                });
    }

    private static Problem problem(PaperAnswer.NotMade not) {
        return switch (not.reason()) {
            case UNKNOWN -> Problem.of(404, "Not Found", not.detail());
            case NOT_REGISTERED, NOT_HIS -> Problem.of(403, "Forbidden", not.detail());
            case INCOMPLETE -> Problem.badRequest(not.detail());
            case DONE_BEFORE, NOT_NEXT, NO_LETTERHEAD -> Problem.conflict(not.reason() + ": " + not.detail());
        };
    }

    /** All that is against a document, the fields and articles by the names that people know. */
    private static Problem problem(PaperAnswer.Faulty faulty) {
        List<Fault> faults = faulty.refused().faults();
        String detail = faults.stream()
                .map(fault -> fault.reason() + " " + fault.about())
                .collect(Collectors.joining("; "));
        String fields = faults.stream()
                .filter(fault -> fault.reason() == DocumentAnswer.Reason.FIELD_MISSING)
                .map(Fault::about)
                .collect(Collectors.joining(", "));
        return new Problem(
                "about:blank",
                "Conflict",
                409,
                faulty.title() + " cannot be made: " + detail,
                fields.isEmpty() ? Optional.empty() : Optional.of(fields),
                Optional.empty());
    }

    private static Map<String, String> words(JsonObject body) {
        return body.getJsonObject("words", new JsonObject()).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    private static PaperFormat format(Parameters parameters) {
        return PaperFormat.valueOf(parameters.query("format").orElse("pdf").toUpperCase(Locale.ROOT));
    }

    private static CaseFileId id(Parameters parameters) {
        return new CaseFileId(parameters.path("file"));
    }
}
