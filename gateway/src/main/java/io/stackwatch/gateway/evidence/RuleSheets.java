package io.stackwatch.gateway.evidence;

import io.stackwatch.core.exceedance.RuleParameter;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.limit.LimitSource;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.records.VerdictRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The rows by which the hours were judged: limits, permit, parameters of rules, registration, each with its dates and mark. */
final class RuleSheets {

    private final JudgementRules rules;

    RuleSheets(EvidenceSources sources) {
        this.rules = sources.rules();
    }

    EvidenceFile limits(Scope scope, List<VerdictRow> verdicts) {
        CsvSheet sheet = new CsvSheet(
                "id",
                "source",
                "instrument",
                "clause",
                "factor",
                "allowed_mg_m3",
                "reference_o2_pct",
                "averaging",
                "from",
                "until",
                "mark",
                "used");
        TreeSet<LimitId> used = new TreeSet<>(Comparator.comparing(Object::toString));
        used.addAll(scope.file().row().limits());
        verdicts.forEach(row -> row.limitId().ifPresent(used::add));
        for (LimitId id : used) {
            scope.registry().limit(id).ifPresent(limit -> put(sheet, limit, "compared"));
        }
        scope.registry().facts().permits().stream()
                .filter(limit -> limit.source() == LimitSource.PERMIT && !used.contains(limit.id()))
                .filter(limit -> limit.scope().match(only -> only.outlet().equals(scope.outlet()), all -> false))
                .forEach(limit -> put(sheet, limit, "permit"));
        return EvidenceFile.of("rules/limits.csv", sheet);
    }

    private static void put(CsvSheet sheet, Limit limit, String used) {
        sheet.row(
                limit.id(),
                limit.source(),
                limit.instrument(),
                limit.clause(),
                limit.factor(),
                limit.allowed().milligramsPerCubicMetre().toPlainString(),
                limit.referenceOxygen().map(oxygen -> oxygen.percent().toPlainString()),
                limit.averaging(),
                limit.effective().from(),
                limit.effective().until(),
                limit.mark(),
                used);
    }

    /** The parameters that were in force in its hours. */
    EvidenceFile parameters(Scope scope) {
        CsvSheet sheet = new CsvSheet("name", "value", "unit", "from", "until", "source", "mark");
        for (RuleParameter parameter : rules.parameters().rows()) {
            if (overlaps(parameter.effective(), scope.first(), scope.end())) {
                sheet.row(
                        parameter.name(),
                        parameter.value(),
                        parameter.unit(),
                        parameter.effective().from(),
                        parameter.effective().until(),
                        parameter.source(),
                        parameter.mark());
            }
        }
        return EvidenceFile.of("rules/parameters.csv", sheet);
    }

    private static boolean overlaps(Effective effective, Instant from, Instant until) {
        return effective.overlaps(Effective.between(from, until));
    }

    /** Who runs the outlet, which station speaks for it, and why it must have a CEMS. */
    EvidenceFile registration(Scope scope) {
        CsvSheet sheet = new CsvSheet("what", "id", "text", "from", "until", "mark");
        Registry registry = scope.registry().registry();
        Instant at = scope.first();
        registry.outletAt(scope.outlet(), at).ifPresent(outlet -> {
            sheet.row(
                    "outlet",
                    outlet.id(),
                    outlet.name(),
                    outlet.effective().from(),
                    outlet.effective().until(),
                    "");
            registry.enterpriseAt(outlet.enterprise(), at).ifPresent(one -> {
                sheet.row(
                        "enterprise",
                        one.id(),
                        one.name(),
                        one.effective().from(),
                        one.effective().until(),
                        "");
                registry.regionAt(one.region(), at)
                        .ifPresent(region -> sheet.row(
                                "region",
                                region.code(),
                                region.chineseName(),
                                region.effective().from(),
                                region.effective().until(),
                                region.mark()));
            });
        });
        registry.stationOf(scope.outlet(), at)
                .ifPresent(one -> sheet.row(
                        "station",
                        one.mn(),
                        "",
                        one.effective().from(),
                        one.effective().until(),
                        ""));
        registry.dutyAt(scope.outlet(), at)
                .ifPresent(one -> sheet.row(
                        "cems duty",
                        one.basis(),
                        one.document(),
                        one.effective().from(),
                        one.effective().until(),
                        one.mark()));
        registry.pauseAt(scope.outlet(), at)
                .ifPresent(one -> sheet.row("duty pause", scope.outlet(), one, Optional.empty(), Optional.empty(), ""));
        return EvidenceFile.of("rules/registration.csv", sheet);
    }
}
