package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.ActHeader;
import io.stackwatch.core.enforcement.Actor;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.gateway.records.PersonRecords;
import io.stackwatch.gateway.records.PersonRow;
import org.jdbi.v3.core.Handle;

/** Acts with the names of those who did them, as registered then, instead of their identities: documents name people. */
final class NamedActs {

    private final Handle handle;

    NamedActs(Handle handle) {
        this.handle = handle;
    }

    CaseAct of(CaseAct act) {
        ActHeader header = act.header();
        ActHeader named = new ActHeader(
                header.strand(),
                of(header.by(), header),
                header.second().map(second -> of(second, header)),
                header.at(),
                header.reason());
        return act.match(new CaseAct.Cases<CaseAct>(
                step -> new CaseAct.Step(named, step.kind()),
                issued -> new CaseAct.Issued(named, issued.kind(), issued.day(), issued.number(), issued.sum()),
                served -> new CaseAct.Served(named, served.kind(), served.day(), served.proof()),
                dated -> new CaseAct.Dated(named, dated.kind(), dated.day()),
                checked -> new CaseAct.Checked(named, checked.kind(), checked.day(), checked.result()),
                paid -> new CaseAct.Paid(named, paid.day(), paid.sum()),
                moved -> new CaseAct.Regrouped(named, moved.kind(), moved.what())));
    }

    private Actor of(Actor actor, ActHeader header) {
        return PersonRecords.at(handle, actor.id(), actor.role(), header.at())
                .map(PersonRow::name)
                .map(name -> new Actor(
                        new PersonId(name), actor.role(), actor.region(), actor.enterprise(), actor.certified()))
                .orElse(actor);
    }
}
