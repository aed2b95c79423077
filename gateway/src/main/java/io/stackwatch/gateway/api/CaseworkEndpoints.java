package io.stackwatch.gateway.api;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.penalty.CircumstanceId;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.casework.ActOrder;
import io.stackwatch.gateway.casework.CaseworkDesk;
import io.stackwatch.gateway.casework.OpenOrder;
import io.stackwatch.gateway.casework.RegroupOrder;
import io.stackwatch.gateway.casework.Who;
import io.stackwatch.gateway.records.CaseFileQuery;
import io.stackwatch.gateway.records.PersonRow;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Case files: what is done in them by whom, where they stand, and what they cost. */
final class CaseworkEndpoints {

    private final CaseworkDesk desk;
    private final Clock clock;

    CaseworkEndpoints(CaseworkDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    Callable<?> files(Parameters parameters) {
        Optional<EnterpriseId> enterprise = parameters.query("enterprise").map(EnterpriseId::new);
        CaseFileQuery query = CaseLists.query(parameters, enterprise, clock.instant());
        return () -> CaseLists.page(desk, query);
    }

    Callable<?> file(Parameters parameters) {
        CaseFileId id = CaseAnswers.id(parameters);
        Optional<Who> asks = parameters
                .query("by", "the identity of a person", PersonId::new)
                .map(person -> new Who(
                        person, parameters.query("role").map(Role::valueOf).orElse(Role.OFFICER)));
        return () -> {
            asks.ifPresent(this::registered);
            return desk.file(id, asks)
                    .map(dossier -> CaseDossierView.of(dossier, clock.instant()))
                    .orElseThrow(() -> CaseAnswers.noFile(id));
        };
    }

    private CaseDossierView shown(CaseFileId id) {
        return desk.file(id, Optional.empty())
                .map(dossier -> CaseDossierView.of(dossier, clock.instant()))
                .orElseThrow(() -> CaseAnswers.noFile(id));
    }

    Callable<?> open(Parameters parameters) {
        OpenOrder order = CaseBody.opening(parameters.body());
        return () -> CaseAnswers.done(() -> desk.open(order), this::shown);
    }

    Callable<?> act(Parameters parameters) {
        ActOrder order = CaseBody.act(CaseAnswers.id(parameters), CaseBody.who(parameters.body()), parameters.body());
        return () -> CaseAnswers.done(() -> desk.act(order), this::shown);
    }

    Callable<?> merge(Parameters parameters) {
        return regrouped(CaseBody.merge(CaseAnswers.id(parameters), parameters.body()));
    }

    Callable<?> split(Parameters parameters) {
        return regrouped(CaseBody.split(CaseAnswers.id(parameters), parameters.body()));
    }

    private Callable<?> regrouped(RegroupOrder order) {
        return () -> CaseAnswers.done(() -> desk.regroup(order), this::shown);
    }

    Callable<?> propose(Parameters parameters) {
        CaseFileId id = CaseAnswers.id(parameters);
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
        CaseFileId id = CaseAnswers.id(parameters);
        long objection = parameters.pathNumber("objection");
        JsonObject body = parameters.body();
        Who by = CaseBody.who(body);
        return () -> CaseAnswers.done(
                () -> desk.answer(id, objection, body.getBoolean("upheld"), by, body.getString("reason")), this::shown);
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

    private void registered(Who who) {
        if (desk.person(who).isEmpty()) {
            throw new Refusal(CaseAnswers.forbidden("nobody is registered today as " + who));
        }
    }
}
