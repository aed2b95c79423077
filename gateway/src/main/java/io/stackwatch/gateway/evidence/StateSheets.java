package io.stackwatch.gateway.evidence;

import io.stackwatch.core.marking.Considered;
import io.stackwatch.core.marking.Exemption;
import io.stackwatch.core.marking.MarkContent;
import io.stackwatch.core.marking.MarkFile;
import io.stackwatch.core.marking.OwnOutage;
import io.stackwatch.core.quality.OutOfControlPeriod;
import io.stackwatch.gateway.marking.HourMarks;
import io.stackwatch.gateway.marking.MarkDesk;
import io.stackwatch.gateway.quality.QaDesk;
import io.stackwatch.gateway.quality.QaFile;
import io.stackwatch.gateway.quality.QaStanding;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.MarkQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was said of the hours besides figures: marks with when each was filed and decided, exemptions, outages, checks of instruments. */
final class StateSheets {

    private static final int MOST = 1_000;

    private final MarkDesk marks;
    private final QaDesk checks;

    StateSheets(EvidenceSources sources) {
        this.marks = sources.marks();
        this.checks = sources.checks();
    }

    /** Each mark that touches an hour, and whether it counts there. */
    EvidenceFile considered(Scope scope) {
        CsvSheet sheet = new CsvSheet("hour_start", "factor", "not_due", "mark", "version", "kind", "why", "detail");
        for (Instant start : scope.hours()) {
            marks.hour(scope.outlet(), start).ifPresent(hour -> hour.factors().stream()
                    .filter(of -> scope.factors().contains(of.factor()))
                    .forEach(of -> considered(sheet, start, of)));
        }
        return EvidenceFile.of("state/marks-of-hours.csv", sheet);
    }

    private static void considered(CsvSheet sheet, Instant start, HourMarks.OfFactor of) {
        if (of.answer().considered().isEmpty()) {
            sheet.row(start, of.factor(), of.due().whyNot(), "", "", "", "NO_MARK", "");
        }
        for (Considered one : of.answer().considered()) {
            sheet.row(
                    start,
                    of.factor(),
                    of.due().whyNot(),
                    one.mark(),
                    one.version(),
                    one.kind(),
                    one.why(),
                    one.detail());
        }
    }

    /** Every version of every mark that touches its hours, with all that happened to it. */
    EvidenceFile versions(Scope scope) {
        CsvSheet sheet = new CsvSheet(
                "mark",
                "version",
                "kind",
                "from",
                "until",
                "factors",
                "reason",
                "proofs",
                "filed_at",
                "filed_by",
                "event",
                "event_at",
                "event_by",
                "event_why");
        for (MarkFile mark :
                marks.marks(new MarkQuery(Optional.of(scope.outlet()), Optional.empty(), Optional.empty(), MOST))) {
            boolean touches = mark.versions().stream()
                    .flatMap(version -> version.version().content().stream())
                    .anyMatch(content -> touches(scope, content));
            if (touches) {
                mark.versions().forEach(version -> version.acts()
                        .forEach(act -> sheet.row(
                                mark.id(),
                                version.version().version(),
                                version.version().content().map(MarkContent::kind),
                                version.version().content().map(content -> content.span()
                                        .start()),
                                version.version().content().map(content -> content.span()
                                        .end()),
                                version.version().content().map(content -> words(content.factors())),
                                version.version().content().map(MarkContent::reason),
                                version.version().content().map(content -> words(content.proofs())),
                                version.version().filedAt(),
                                version.version().filedBy(),
                                act.event(),
                                act.at(),
                                act.by(),
                                act.why())));
            }
        }
        return EvidenceFile.of("state/marks.csv", sheet);
    }

    private static String words(Collection<?> things) {
        return things.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static boolean touches(Scope scope, MarkContent content) {
        return scope.hours().stream().anyMatch(start -> content.touches(scope.hour(start, scope.factor())));
    }

    /** Exemptions of the hours, and our own outages. */
    EvidenceFile exceptions(Scope scope) {
        CsvSheet sheet =
                new CsvSheet("what", "number", "kind", "from", "until", "document", "by", "known_at", "revoked");
        TreeMap<Long, Exemption> exemptions = new TreeMap<>();
        TreeMap<Long, OwnOutage> outages = new TreeMap<>();
        for (Instant start : scope.hours()) {
            marks.hour(scope.outlet(), start).ifPresent(hour -> {
                hour.exemptions().forEach(one -> exemptions.put(one.id(), one));
                hour.outages().forEach(one -> outages.put(one.id(), one));
            });
        }
        exemptions
                .values()
                .forEach(one -> sheet.row(
                        "exemption",
                        one.id(),
                        one.kind(),
                        one.span().start(),
                        one.span().end(),
                        one.document(),
                        one.grantedBy(),
                        one.grantedAt(),
                        one.revoked()));
        outages.values()
                .forEach(one -> sheet.row(
                        "own outage",
                        one.id(),
                        one.cause(),
                        one.span().start(),
                        one.span().end(),
                        "",
                        "stackwatch",
                        one.recordedAt(),
                        ""));
        return EvidenceFile.of("state/exemptions-and-outages.csv", sheet);
    }

    /** The checks of the instruments up to the package, newest first. */
    EvidenceFile checks(Scope scope) {
        CsvSheet sheet = new CsvSheet(
                "number",
                "factor",
                "check",
                "mode",
                "made_at",
                "percent",
                "of",
                "absolute",
                "result",
                "ground",
                "document",
                "recorded_at",
                "recorded_by",
                "withdrawn_at");
        for (QaFile file : checks.events(scope.outlet(), Optional.empty(), MOST)) {
            sheet.row(
                    file.row().event().number(),
                    file.row().event().subject().factor(),
                    file.row().event().subject().check(),
                    file.row().event().mode(),
                    file.row().event().at(),
                    file.row().event().figures().percent().map(BigDecimal::toPlainString),
                    file.row().event().figures().basis(),
                    file.row().event().figures().absolute().map(BigDecimal::toPlainString),
                    file.finding().result(),
                    file.finding().ground(),
                    file.row().event().document(),
                    file.row().act().at(),
                    file.row().act().by(),
                    file.row().withdrawal().map(Act::at));
        }
        return EvidenceFile.of("state/instrument-checks.csv", sheet);
    }

    /** When the instruments were out of control, and which checks are due. */
    EvidenceFile standing(Scope scope) {
        CsvSheet sheet = new CsvSheet("what", "factor", "check", "from", "until", "state");
        QaStanding standing = checks.standing(scope.outlet());
        for (OutOfControlPeriod period : standing.periods()) {
            sheet.row(
                    "out of control",
                    period.subject().factor(),
                    period.subject().check(),
                    period.from(),
                    period.until(),
                    "");
        }
        standing.checks()
                .forEach(due -> sheet.row(
                        "check", due.subject().factor(), due.subject().check(), "", due.dueAt(), due.state()));
        return EvidenceFile.of("state/instrument-standing.csv", sheet);
    }
}
