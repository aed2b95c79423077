package io.stackwatch.gateway.app;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.gateway.audit.AuditDesk;
import io.stackwatch.gateway.audit.Clerk;
import io.stackwatch.gateway.audit.CoverageSurvey;
import io.stackwatch.gateway.audit.MonthSource;
import io.stackwatch.gateway.audit.PaperShelf;
import io.stackwatch.gateway.audit.Papers;
import io.stackwatch.gateway.audit.StoredAudit;
import io.stackwatch.gateway.counting.CountView;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.LiveRegistry;
import java.nio.file.Path;
import java.time.Clock;

/** What a gateway runs for months: who moves them on, and the desk at which one asks about them. */
record Months(Clerk clerk, AuditDesk desk) {

    /** Puts it together; nothing is closed before {@link Clerk#fire}. */
    static Months open(
            RecordStore store,
            LiveRegistry registry,
            RuleParameters parameters,
            MonthSource source,
            Papers papers,
            Path shelf,
            Clock clock) {
        StoredAudit.Rules rules = StoredAudit.Rules.load(parameters);
        Clerk clerk = new Clerk(store, source, rules.calendar(), Version.current());
        return new Months(
                clerk,
                new StoredAudit(
                        store,
                        clerk,
                        new CoverageSurvey(store, registry::snapshot, parameters, clock),
                        () -> registry.snapshot().registry().outletIds(),
                        rules,
                        new PaperShelf(store, papers, shelf)));
    }

    /** The papers that tell a version: its figures in their canonical text, and behind them what people and machines read. */
    static Papers papers(CountView counts, RuleParameters parameters) {
        return Papers.figures().and(new MonthlyPapers(counts, parameters));
    }
}
