package io.stackwatch.gateway.evidence;

import io.stackwatch.core.alarm.AlarmEvent;
import io.stackwatch.gateway.records.AlarmQuery;
import io.stackwatch.gateway.records.AlarmRow;
import io.stackwatch.gateway.records.CaseRow;
import io.stackwatch.gateway.records.RecordsView;
import java.util.List;
import java.util.stream.Collectors;

/** The candidate case, what was told to whom, and what officers did. */
final class CaseSheets {

    private final RecordsView records;

    CaseSheets(EvidenceSources sources) {
        this.records = sources.records();
    }

    EvidenceFile candidate(Scope scope) {
        CaseRow row = scope.file().row();
        CsvSheet sheet = new CsvSheet("field", "value");
        sheet.row("case", row.id());
        sheet.row("outlet", row.outlet());
        sheet.row("outlet name", row.outletName());
        sheet.row("enterprise", row.enterpriseName());
        sheet.row("region", row.region());
        sheet.row("factor", row.factor());
        sheet.row("day", row.day());
        sheet.row("opened at", row.openedAt());
        sheet.row("hours", row.hours());
        sheet.row("law at the violation", row.atViolation().map(CaseRow.Basis::text));
        sheet.row("law at the opening", row.atOpening().map(CaseRow.Basis::text));
        sheet.row("findings", row.findings().stream().map(Enum::name).collect(Collectors.joining(" ")));
        scope.file()
                .events()
                .forEach(event -> sheet.row(
                        "event " + event.number(),
                        event.kind() + " " + event.at()
                                + event.hour()
                                        .map(hour -> " " + hour.hour().start() + " version " + hour.version() + " "
                                                + hour.outcome())
                                        .orElse("")));
        sheet.row("package made at", scope.now());
        return EvidenceFile.of("case/candidate.csv", sheet);
    }

    /** The events of the alarms of the factor that touch its hours, and for each whether somebody was told. */
    EvidenceFile notices(Scope scope) {
        CsvSheet sheet = new CsvSheet("alarm", "type", "event", "kind", "at", "level", "reason", "by", "note", "told");
        for (AlarmRow row : records.alarms(
                        AlarmQuery.all().withOutlet(scope.outlet()).withLimit(AlarmQuery.MOST))
                .rows()) {
            boolean concerned = scope.factors().contains(row.alarm().key().factor())
                    && scope.hours().stream().anyMatch(row.alarm()::spans);
            if (concerned) {
                records.alarm(row.alarm().id()).ifPresent(file -> file.history().forEach(numbered -> {
                    AlarmEvent event = numbered.event();
                    sheet.row(
                            numbered.alarm(),
                            event.key().type(),
                            numbered.number(),
                            event.kind(),
                            event.at(),
                            event.level(),
                            event.reason(),
                            event.by(),
                            event.note(),
                            numbered.decision()
                                    .map(told ->
                                            told.match(yes -> "YES " + yes.occasion(), no -> "NO " + no.reason())));
                }));
            }
        }
        return EvidenceFile.of("case/notices.csv", sheet);
    }

    static EvidenceFile acts(List<ActsOfCase.Act> acts) {
        CsvSheet sheet =
                new CsvSheet("strand", "act", "day", "entered_at", "by", "second", "document", "amount_yuan", "reason");
        acts.forEach(act -> sheet.row(
                act.strand(),
                act.kind(),
                act.day(),
                act.enteredAt(),
                act.by(),
                act.second(),
                act.document(),
                act.amount(),
                act.reason()));
        return EvidenceFile.of("case/acts.csv", sheet);
    }

    static EvidenceFile trail(List<ActsOfCase.TrailLine> lines) {
        CsvSheet sheet = new CsvSheet(
                "number", "at_ms", "actor", "role", "act", "subject", "reason", "content_sha256", "previous", "sha256");
        lines.forEach(line -> sheet.row(
                line.number(),
                line.at().toEpochMilli(),
                line.actor(),
                line.role(),
                line.act(),
                line.subject(),
                line.reason(),
                line.content(),
                line.previous(),
                line.sha256()));
        return EvidenceFile.of("case/trail.csv", sheet);
    }
}
