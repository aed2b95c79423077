package io.stackwatch.gateway.api;

import io.stackwatch.core.marking.Exemption;
import io.stackwatch.core.marking.FilingDecision;
import io.stackwatch.core.marking.MarkId;
import io.stackwatch.core.marking.MarkState;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.marking.FilingAnswer;
import io.stackwatch.gateway.marking.FilingOrder;
import io.stackwatch.gateway.marking.MarkDesk;
import io.stackwatch.gateway.marking.ProofShelf;
import io.stackwatch.gateway.records.MarkQuery;
import io.stackwatch.gateway.records.OwnedBy;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Marks of enterprises and what officers decide about them, exemptions, own outages, and what decided an hour. */
final class MarkEndpoints {

    private static final int PAGE = 100;

    private final MarkDesk desk;

    MarkEndpoints(MarkDesk desk) {
        this.desk = desk;
    }

    /** A list that is short. */
    record All<T>(List<T> items) {}

    Callable<?> kinds(Parameters parameters) {
        return () -> new All<>(desk.kinds().stream().map(MarkView.Kind::of).toList());
    }

    Callable<?> marks(Parameters parameters) {
        Optional<OutletId> outlet = parameters.query("outlet").map(OutletId::new);
        OwnedBy owned = parameters.owned();
        Optional<MarkState> state = parameters.query("state").map(MarkState::valueOf);
        Optional<Long> before = Places.read(parameters, Long::valueOf);
        int limit = parameters.number("limit", PAGE);
        return () -> Places.page(
                desk.marks(new MarkQuery(outlet, owned, state, before, limit + 1)).stream()
                        .map(MarkView::of)
                        .toList(),
                limit,
                mark -> mark.id().substring(mark.id().indexOf('-') + 1));
    }

    Callable<?> mark(Parameters parameters) {
        MarkId id = new MarkId(parameters.path("mark"));
        return () -> existing(id);
    }

    Callable<?> file(Parameters parameters) {
        return kept(named(() -> MarkBody.order(Optional.empty(), parameters.body())));
    }

    Callable<?> change(Parameters parameters) {
        MarkId id = new MarkId(parameters.path("mark"));
        return kept(named(() -> MarkBody.order(Optional.of(id), parameters.body())));
    }

    private Callable<?> kept(FilingOrder order) {
        return () -> view(named(() -> desk.file(order)));
    }

    Callable<?> withdraw(Parameters parameters) {
        MarkId id = new MarkId(parameters.path("mark"));
        JsonObject body = parameters.body();
        return () -> view(named(() -> desk.withdraw(
                id, body.getInteger("basedOn"), body.getString("by"), body.getString("explanation", ""))));
    }

    private static MarkView view(FilingAnswer answer) {
        return answer.match(
                kept -> MarkView.of(kept.mark()),
                not -> {
                    throw new Refusal(problem(not.why()));
                },
                unknown -> {
                    throw new Refusal(Problem.notFound(unknown.what(), unknown.id()));
                });
    }

    private static Problem problem(FilingDecision.NotTaken why) {
        return why.reason() == FilingDecision.Reason.STALE_VERSION || why.reason() == FilingDecision.Reason.WITHDRAWN
                ? Problem.conflict(why.reason() + ": " + why.found())
                : Problem.badParameter(
                        "body field " + why.reason().field(),
                        why.reason() + ": " + why.found(),
                        why.reason().expected());
    }

    Callable<?> decide(Parameters parameters) {
        MarkId id = new MarkId(parameters.path("mark"));
        JsonObject body = parameters.body();
        int version = body.getInteger("version");
        return () -> named(() -> desk.decide(
                        id, version, body.getBoolean("approve"), body.getString("by"), body.getString("reason")))
                .orElseThrow(() -> new Refusal(Problem.notFound("version of a mark", id + "/" + version)))
                .match(done -> existing(id), not -> {
                    throw new Refusal(Problem.conflict(not.reason() + ": " + not.found()));
                });
    }

    private MarkView existing(MarkId id) {
        return desk.mark(id).map(MarkView::of).orElseThrow(() -> new Refusal(Problem.notFound("mark", id.value())));
    }

    Callable<?> proof(Parameters parameters) {
        byte[] bytes = parameters.bytes();
        ProofShelf shelf = desk.proofs();
        if (bytes.length == 0 || bytes.length > shelf.longest()) {
            throw new Refusal(Problem.badParameter(
                    "body", "the body has " + bytes.length + " bytes", "1 to " + shelf.longest() + " bytes"));
        }
        return () -> shelf.keep(bytes);
    }

    /** The bytes of a proof. */
    Callable<byte[]> proofBytes(Parameters parameters) {
        String sha256 = parameters.path("sha256");
        return () -> desk.proofs().read(sha256).orElseThrow(() -> new Refusal(Problem.notFound("proof", sha256)));
    }

    Callable<?> findings(Parameters parameters) {
        Optional<OutletId> outlet = parameters.query("outlet").map(OutletId::new);
        Optional<Long> before = Places.read(parameters, Long::valueOf);
        int limit = parameters.number("limit", PAGE);
        return () -> Places.page(
                desk.findings(outlet, parameters.owned(), before, limit + 1).stream()
                        .map(MarkView.Finding::of)
                        .toList(),
                limit,
                finding -> String.valueOf(finding.number()));
    }

    Callable<?> hour(Parameters parameters) {
        OutletId outlet = new OutletId(parameters.path("id"));
        Instant start = parameters.pathInstant("start");
        return () -> desk.hour(outlet, start)
                .map(HourMarksView::of)
                .orElseThrow(() -> new Refusal(Problem.notFound("outlet", outlet.value())));
    }

    Callable<?> exemptions(Parameters parameters) {
        Optional<Long> before = Places.read(parameters, Long::valueOf);
        int limit = parameters.number("limit", PAGE);
        return () -> Places.page(
                desk.exemptions(parameters.owned(), before, limit + 1).stream()
                        .map(HourMarksView.Grant::of)
                        .toList(),
                limit,
                granted -> String.valueOf(granted.id()));
    }

    Callable<?> grant(Parameters parameters) {
        JsonObject body = parameters.body();
        Window span = MarkBody.span(body);
        Optional<OutletId> outlet =
                Optional.ofNullable(body.getString("outlet")).map(OutletId::new);
        return () -> named(() -> desk.grant(
                        outlet,
                        Exemption.Kind.valueOf(body.getString("kind")),
                        span,
                        body.getString("document"),
                        body.getString("by"),
                        body.getString("reason")))
                .map(HourMarksView.Grant::of)
                .orElseThrow(() -> new Refusal(
                        Problem.notFound("outlet", outlet.map(OutletId::value).orElse(""))));
    }

    Callable<?> revoke(Parameters parameters) {
        long id = parameters.pathNumber("exemption");
        JsonObject body = parameters.body();
        return () -> {
            boolean revoked = named(() -> desk.revoke(id, body.getString("by"), body.getString("reason")))
                    .orElseThrow(() -> new Refusal(Problem.notFound("exemption", String.valueOf(id))));
            if (!revoked) {
                throw new Refusal(Problem.conflict("exemption " + id + " was revoked before"));
            }
            return desk.exemption(id).map(HourMarksView.Grant::of).orElseThrow();
        };
    }

    Callable<?> outages(Parameters parameters) {
        Optional<Long> before = Places.read(parameters, Long::valueOf);
        int limit = parameters.number("limit", PAGE);
        return () -> Places.page(
                desk.outages(before, limit + 1).stream()
                        .map(HourMarksView.Outage::of)
                        .toList(),
                limit,
                outage -> String.valueOf(outage.id()));
    }

    /** What is wrong with names, reasons and files is the caller's to mend. */
    private static <T> T named(Supplier<T> call) {
        try {
            return call.get();
        } catch (IllegalArgumentException wrong) {
            throw new Refusal(Problem.badRequest(String.valueOf(wrong.getMessage())));
        }
    }
}
