package io.stackwatch.gateway.api;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.gateway.casework.ActAnswer;
import io.stackwatch.gateway.casework.ActOrder;
import io.stackwatch.gateway.casework.CaseworkDesk;
import io.stackwatch.gateway.casework.Who;
import io.stackwatch.gateway.records.CaseFileQuery;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** The case files of an enterprise, as it sees them, and what it does in them. */
final class OwnCaseEndpoints {

    private final CaseworkDesk desk;
    private final DocumentEndpoints documents;
    private final Clock clock;

    OwnCaseEndpoints(CaseworkDesk desk, DocumentEndpoints documents, Clock clock) {
        this.desk = desk;
        this.documents = documents;
        this.clock = clock;
    }

    Callable<?> ownFiles(Parameters parameters) {
        Own own = own(
                parameters,
                parameters
                        .query("by", "the identity of a person", PersonId::new)
                        .orElseThrow());
        CaseFileQuery query = CaseLists.query(parameters, Optional.of(own.enterprise()), clock.instant());
        return () -> {
            own.checked(desk);
            Page<CaseLineView> page = CaseLists.page(desk, query);
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
        CaseFileId id = CaseAnswers.id(parameters);
        return () -> own.sight(desk, id, clock.instant());
    }

    /** A document that has come to the enterprise; any other is as if it were not there. */
    Callable<DocumentEndpoints.Printed> document(Parameters parameters) {
        Own own = own(
                parameters,
                parameters
                        .query("by", "the identity of a person", PersonId::new)
                        .orElseThrow());
        CaseFileId id = CaseAnswers.id(parameters);
        long number = parameters.pathNumber("number");
        Callable<DocumentEndpoints.Printed> printing = documents.document(parameters);
        return () -> {
            boolean came =
                    own.sight(desk, id, clock.instant()).documents().stream().anyMatch(paper -> paper.id() == number);
            if (!came) {
                throw new Refusal(Problem.notFound("document", String.valueOf(number)));
            }
            return printing.call();
        };
    }

    Callable<?> ownAct(Parameters parameters) {
        ActOrder order =
                CaseBody.act(CaseAnswers.id(parameters), CaseBody.enterprise(parameters.body()), parameters.body());
        return own(parameters, () -> desk.act(order));
    }

    Callable<?> receive(Parameters parameters) {
        JsonObject body = parameters.body();
        Who by = CaseBody.enterprise(body);
        return own(
                parameters,
                () -> desk.receive(CaseAnswers.id(parameters), body.getLong("document"), by, body.getString("reason")));
    }

    Callable<?> object(Parameters parameters) {
        JsonObject body = parameters.body();
        Who by = CaseBody.enterprise(body);
        Instant hour = MarkBody.instant(body, "hour");
        return own(parameters, () -> desk.object(CaseAnswers.id(parameters), hour, by, body.getString("reason")));
    }

    /** An act of an enterprise in its own case, answered with what it sees of it then. */
    private Callable<?> own(Parameters parameters, Supplier<ActAnswer> act) {
        Own own = own(parameters, CaseBody.enterprise(parameters.body()).id());
        CaseFileId id = CaseAnswers.id(parameters);
        return () -> {
            own.sight(desk, id, clock.instant());
            return CaseAnswers.done(act, file -> own.sight(desk, file, clock.instant()));
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
                throw new Refusal(CaseAnswers.forbidden(by + " does not act for " + enterprise));
            }
        }

        CaseDossierView.Sight sight(CaseworkDesk desk, CaseFileId id, Instant now) {
            checked(desk);
            return desk.sight(id, enterprise)
                    .map(sight -> CaseDossierView.Sight.of(sight, now))
                    .orElseThrow(() -> CaseAnswers.noFile(id));
        }
    }
}
