package io.stackwatch.gateway.api;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.enforcement.Stage;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.penalty.CircumstanceId;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.casework.ActAnswer;
import io.stackwatch.gateway.casework.ActOrder;
import io.stackwatch.gateway.casework.CaseworkDesk;
import io.stackwatch.gateway.casework.OpenOrder;
import io.stackwatch.gateway.casework.Who;
import io.stackwatch.gateway.records.CaseFileQuery;
import io.stackwatch.gateway.records.PersonRow;
import io.stackwatch.gateway.records.TrailRecords;
import io.stackwatch.gateway.records.TrailRow;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

/** Case files: what is done in them by whom, where they stand, what they cost, and the trail of it all. */
final class CaseworkEndpoints {

    private static final int PAGE = 100;

    private final CaseworkDesk desk;
    private final Clock clock;

    CaseworkEndpoints(CaseworkDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    Callable<?> files(Parameters parameters) {
        Optional<EnterpriseId> enterprise = parameters.query("enterprise").map(EnterpriseId::new);
        CaseFileQuery query = query(parameters, enterprise);
        return () -> page(query);
    }

    private Page<CaseLineView> page(CaseFileQuery query) {
        int limit = query.limit() - 1;
        return Places.page(
                desk.files(query).stream()
                        .map(line -> CaseLineView.of(line, query.now()))
                        .toList(),
                limit,
                line -> String.valueOf(line.number()));
    }

    /** The query for one more than the page holds. */
    private CaseFileQuery query(Parameters parameters, Optional<EnterpriseId> enterprise) {
        return new CaseFileQuery(
                parameters.query("county").map(RegionCode::new),
                enterprise,
                parameters.query("stage").map(Stage::valueOf),
                parameters
                        .query("dueBefore", "a day such as 2026-11-24", LocalDate::parse)
                        .map(day -> day.atStartOfDay(LegalTime.ZONE).toInstant()),
                parameters.query("amountFrom", "yuan such as 100000", Yuan::of),
                parameters.query("amountUntil", "yuan such as 100000", Yuan::of),
                parameters.query("overdue").map(Boolean::valueOf).orElse(false),
                parameters.query("repeat").map(Boolean::valueOf).orElse(false),
                parameters.query("open").map(Boolean::valueOf),
                clock.instant(),
                Places.read(parameters, Long::valueOf),
                parameters.number("limit", PAGE) + 1);
    }

    Callable<?> file(Parameters parameters) {
        CaseFileId id = id(parameters);
        Optional<Who> asks = parameters
                .query("by", "the identity of a person", PersonId::new)
                .map(person -> new Who(
                        person, parameters.query("role").map(Role::valueOf).orElse(Role.OFFICER)));
        return () -> {
            asks.ifPresent(this::registered);
            return desk.file(id, asks)
                    .map(dossier -> CaseDossierView.of(dossier, clock.instant()))
                    .orElseThrow(() -> noFile(id));
        };
    }

    private CaseDossierView shown(CaseFileId id) {
        return desk.file(id, Optional.empty())
                .map(dossier -> CaseDossierView.of(dossier, clock.instant()))
                .orElseThrow(() -> noFile(id));
    }

    Callable<?> open(Parameters parameters) {
        OpenOrder order = CaseBody.opening(parameters.body());
        return () -> done(() -> desk.open(order), this::shown);
    }

    Callable<?> act(Parameters parameters) {
        ActOrder order = CaseBody.act(id(parameters), CaseBody.who(parameters.body()), parameters.body());
        return () -> done(() -> desk.act(order), this::shown);
    }

    Callable<?> propose(Parameters parameters) {
        CaseFileId id = id(parameters);
        Map<CircumstanceId, String> found = CaseBody.circumstances(parameters.body());
        return () -> {
            shown(id);
            return desk.propose(id, found)
                    .map(CaseMoneyView.Proposal::of)
                    .orElseThrow(() -> new Refusal(
                            Problem.conflict("no article with a range of fine is known to apply to " + id)));
        };
    }

    Callable<?> answer(Parameters parameters) {
        CaseFileId id = id(parameters);
        long objection = parameters.pathNumber("objection");
        JsonObject body = parameters.body();
        Who by = CaseBody.who(body);
        return () -> done(
                () -> desk.answer(id, objection, body.getBoolean("upheld"), by, body.getString("reason")), this::shown);
    }

    Callable<?> trail(Parameters parameters) {
        CaseFileId id = id(parameters);
        long behind = Places.read(parameters, Long::valueOf).orElse(0L);
        int limit = parameters.number("limit", PAGE);
        return () -> Places.page(
                desk.trail(id, behind, limit + 1).stream().map(TrailLine::of).toList(),
                limit,
                row -> String.valueOf(row.number()));
    }

    Callable<?> verifyFile(Parameters parameters) {
        CaseFileId id = id(parameters);
        return () -> desk.verify(id).map(TrailView::of).orElseThrow(() -> noFile(id));
    }

    Callable<?> verifyTrail(Parameters parameters) {
        Optional<Long> number = parameters.query("number").map(Long::valueOf);
        Optional<String> sha256 = parameters.query("sha256");
        if (number.isPresent() != sha256.isPresent()) {
            throw new Refusal(Problem.badParameter(
                    "query parameters number and sha256",
                    "one of them is missing",
                    "both, as they were noted, or neither"));
        }
        return () -> TrailView.of(desk.verify(number.map(row -> new TrailRecords.Head(row, sha256.orElseThrow()))));
    }

    Callable<?> figures(Parameters parameters) {
        Parameters.Period period = parameters.period(clock.instant());
        return () -> new MarkEndpoints.All<>(desk.figures(period.from(), period.until()).stream()
                .map(CaseFiguresView::of)
                .toList());
    }

    Callable<?> persons(Parameters parameters) {
        return () -> new MarkEndpoints.All<>(
                desk.persons().stream().map(PersonView::of).toList());
    }

    /** Somebody who may act. */
    record PersonView(
            String id,
            String name,
            Role role,
            Optional<RegionCode> county,
            Optional<EnterpriseId> enterprise,
            Optional<String> certificate) {

        static PersonView of(PersonRow person) {
            return new PersonView(
                    person.id().value(),
                    person.name(),
                    person.role(),
                    person.region(),
                    person.enterprise(),
                    person.certificate());
        }
    }

    Callable<?> ownFiles(Parameters parameters) {
        Own own = own(
                parameters,
                parameters
                        .query("by", "the identity of a person", PersonId::new)
                        .orElseThrow());
        CaseFileQuery query = query(parameters, Optional.of(own.enterprise()));
        return () -> {
            own.checked(desk);
            Page<CaseLineView> page = page(query);
            return new Page<>(page.items().stream().map(OwnLine::of).toList(), page.next());
        };
    }

    /** A file in an enterprise's own list. */
    record OwnLine(String id, String outlet, String factor, Instant openedAt, boolean open) {
        static OwnLine of(CaseLineView line) {
            return new OwnLine(
                    line.id(),
                    line.outlet().map(Object::toString).orElse(""),
                    line.factor().map(Object::toString).orElse(""),
                    line.openedAt(),
                    line.open());
        }
    }

    Callable<?> ownFile(Parameters parameters) {
        Own own = own(
                parameters,
                parameters
                        .query("by", "the identity of a person", PersonId::new)
                        .orElseThrow());
        CaseFileId id = id(parameters);
        return () -> own.sight(desk, id, clock.instant());
    }

    Callable<?> ownAct(Parameters parameters) {
        ActOrder order = CaseBody.act(id(parameters), CaseBody.enterprise(parameters.body()), parameters.body());
        return own(parameters, () -> desk.act(order));
    }

    Callable<?> receive(Parameters parameters) {
        JsonObject body = parameters.body();
        Who by = CaseBody.enterprise(body);
        return own(
                parameters, () -> desk.receive(id(parameters), body.getLong("document"), by, body.getString("reason")));
    }

    Callable<?> object(Parameters parameters) {
        JsonObject body = parameters.body();
        Who by = CaseBody.enterprise(body);
        Instant hour = MarkBody.instant(body, "hour");
        return own(parameters, () -> desk.object(id(parameters), hour, by, body.getString("reason")));
    }

    /** An act of an enterprise in its own case, answered with what it sees of it then. */
    private Callable<?> own(Parameters parameters, Supplier<ActAnswer> act) {
        Own own = own(parameters, CaseBody.enterprise(parameters.body()).id());
        CaseFileId id = id(parameters);
        return () -> {
            own.sight(desk, id, clock.instant());
            return done(act, file -> own.sight(desk, file, clock.instant()));
        };
    }

    private static Own own(Parameters parameters, PersonId by) {
        return new Own(new EnterpriseId(parameters.path("enterprise")), new Who(by, Role.ENTERPRISE));
    }

    /** An enterprise, and who acts for it. */
    record Own(EnterpriseId enterprise, Who by) {

        void checked(CaseworkDesk desk) {
            boolean his = desk.person(by)
                    .filter(person -> person.enterprise().equals(Optional.of(enterprise)))
                    .isPresent();
            if (!his) {
                throw new Refusal(forbidden(by + " does not act for " + enterprise));
            }
        }

        CaseDossierView.Sight sight(CaseworkDesk desk, CaseFileId id, Instant now) {
            checked(desk);
            return desk.sight(id, enterprise)
                    .map(sight -> CaseDossierView.Sight.of(sight, now))
                    .orElseThrow(() -> noFile(id));
        }
    }

    private void registered(Who who) {
        if (desk.person(who).isEmpty()) {
            throw new Refusal(forbidden("nobody is registered today as " + who));
        }
    }

    private static CaseFileId id(Parameters parameters) {
        return new CaseFileId(parameters.path("file"));
    }

    private static Refusal noFile(CaseFileId id) {
        return new Refusal(Problem.notFound("case file", id.value()));
    }

    private static Problem forbidden(String detail) {
        return Problem.of(403, "Forbidden", detail);
    }

    /** Shows the file in which something was done, or says why it was not. */
    private static <T> T done(Supplier<ActAnswer> work, Function<CaseFileId, T> shown) {
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
            case AMOUNT_NOT_ALLOWED -> Problem.conflict("AMOUNT_NOT_ALLOWED: " + not.detail());
            case INCOMPLETE -> Problem.badRequest(not.detail());
        };
    }

    /** A row of the trail. */
    record TrailLine(
            long number,
            Instant at,
            String actor,
            String role,
            String act,
            String reason,
            String content,
            String previous,
            String sha256) {

        static TrailLine of(TrailRow row) {
            return new TrailLine(
                    row.number(),
                    row.at(),
                    row.actor(),
                    row.role(),
                    row.act(),
                    row.reason(),
                    row.content(),
                    row.previous(),
                    row.sha256());
        }
    }
}
