package io.stackwatch.gateway.api;

import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.gateway.casework.ActAnswer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is answered to acts in case files: the file in which something was done, or why nothing was. Pure. */
final class CaseAnswers {

    private CaseAnswers() {}

    static CaseFileId id(Parameters parameters) {
        return new CaseFileId(parameters.path("file"));
    }

    static Refusal noFile(CaseFileId id) {
        return new Refusal(Problem.notFound("case file", id.value()));
    }

    static Problem forbidden(String detail) {
        return Problem.of(403, "Forbidden", detail);
    }

    /** Shows the file in which something was done, or says why it was not. */
    static <T> T done(Supplier<ActAnswer> work, Function<CaseFileId, T> shown) {
        ActAnswer answer;
        try {
            answer = work.get();
        } catch (IllegalArgumentException wrong) {
            throw new Refusal(Problem.badRequest(String.valueOf(wrong.getMessage())));
        }
        return answer.match(
                kept -> shown.apply(kept.file()),
                not -> {
                    throw new Refusal(Problem.refused(not.why()));
                },
                not -> {
                    throw new Refusal(problem(not));
                });
    }

    private static Problem problem(ActAnswer.NotKept not) {
        return switch (not.reason()) {
            case UNKNOWN -> Problem.of(404, "Not Found", not.detail());
            case NOT_REGISTERED, NOT_HIS -> forbidden(not.detail());
            case DONE_BEFORE -> Problem.conflict(not.detail());
            case AMOUNT_NOT_ALLOWED, FITS_NOT -> Problem.conflict(not.reason() + ": " + not.detail());
            case INCOMPLETE -> Problem.badRequest(not.detail());
        };
    }
}
