package io.stackwatch.gateway.evidence;

import io.stackwatch.core.averaging.MinuteOfSamples;
import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.gateway.records.HourRow;
import io.stackwatch.gateway.records.MadeFile;
import io.stackwatch.gateway.records.RecordsView;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.records.VerdictRow;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Every version of what was reported for the hours and of what was found, with when each was known. */
final class HourSheets {

    private final RecordsView records;

    HourSheets(EvidenceSources sources) {
        this.records = sources.records();
    }

    EvidenceFile reports(Scope scope) {
        CsvSheet sheet = new CsvSheet(
                "hour_start",
                "factor",
                "version",
                "station",
                "avg",
                "zs_avg",
                "unit",
                "flag",
                "delivery",
                "known_at",
                "heard_at",
                "sequence");
        for (Instant start : scope.hours()) {
            for (FactorCode factor : scope.factors()) {
                for (ReportVersion version :
                        records.hour(scope.hour(start, factor)).reports()) {
                    HourReport report = version.report();
                    sheet.row(
                            start,
                            factor,
                            version.version(),
                            version.station(),
                            report.avg().map(ReportedNumber::text),
                            report.zsAvg().map(ReportedNumber::text),
                            report.unit(),
                            report.flag(),
                            report.delivery(),
                            report.arrivedAt(),
                            version.heardAt(),
                            report.evidence().sequence());
                }
            }
        }
        return EvidenceFile.of("lineage/hour-reports.csv", sheet);
    }

    /** Objections of the enterprise to the hours, with their answers; they change no verdict. */
    EvidenceFile objections(Scope scope) {
        CsvSheet sheet = new CsvSheet(
                "hour_start",
                "factor",
                "objection",
                "case_file",
                "state",
                "filed_at",
                "filed_by",
                "reason",
                "answered_at",
                "answered_by",
                "answer");
        List<Instant> hours = scope.hours();
        for (HourRow row : records.hours(scope.outlet(), scope.first(), scope.end())) {
            if (hours.contains(row.verdict().hour().start())
                    && row.verdict().hour().factor().equals(scope.factor())) {
                row.objections()
                        .forEach(one -> sheet.row(
                                one.hour().start(),
                                one.hour().factor(),
                                one.objection().number(),
                                one.objection().file(),
                                one.state(),
                                one.objection().filed().at(),
                                one.objection().filed().by(),
                                one.objection().filed().reason(),
                                one.objection().answer().map(answer -> answer.act()
                                        .at()),
                                one.objection().answer().map(answer -> answer.act()
                                        .by()),
                                one.objection().answer().map(answer -> answer.act()
                                        .reason())));
            }
        }
        return EvidenceFile.of("lineage/objections.csv", sheet);
    }

    EvidenceFile verdicts(Scope scope) {
        CsvSheet sheet = new CsvSheet(
                "hour_start",
                "factor",
                "version",
                "outcome",
                "reason",
                "detail",
                "value_mg_m3",
                "basis",
                "valid_minutes_by",
                "ratio",
                "limit_id",
                "limit_mg_m3",
                "reference_o2_pct",
                "o2_pct",
                "findings",
                "report_version",
                "known_at",
                "sequences");
        for (Instant start : scope.hours()) {
            for (VerdictRow row :
                    records.hour(scope.hour(start, scope.factor())).verdicts()) {
                verdict(sheet, row);
            }
        }
        return EvidenceFile.of("lineage/verdicts.csv", sheet);
    }

    private static void verdict(CsvSheet sheet, VerdictRow row) {
        sheet.row(
                row.hour().start(),
                row.hour().factor(),
                row.version(),
                row.outcome(),
                row.reason(),
                row.detail(),
                row.value(),
                row.basis(),
                row.proof(),
                row.ratio(),
                row.limitId(),
                row.limit().map(limit -> limit.milligramsPerCubicMetre().toPlainString()),
                row.referenceOxygen().map(oxygen -> oxygen.percent().toPlainString()),
                row.oxygen().map(oxygen -> oxygen.percent().toPlainString()),
                row.findings().stream().map(Enum::name).collect(Collectors.joining(" ")),
                row.reportVersion(),
                row.knownAt(),
                row.evidence().stream()
                        .map(EvidenceRef::sequence)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")));
    }

    /** Of hours that we made of the values of a source: each version of their frames, and the journal record it became. */
    EvidenceFile made(Scope scope) {
        CsvSheet sheet = new CsvSheet(
                "hour_start", "station", "source", "version", "made_at", "back_filled", "content", "sequence");
        for (Instant start : scope.hours()) {
            List<MadeFile.OfStation> stations =
                    records.made(scope.outlet(), start).stations();
            stations.forEach(of -> of.hours()
                    .forEach(frame -> sheet.row(
                            start,
                            of.station().station(),
                            of.station().source(),
                            frame.version(),
                            frame.madeAt(),
                            frame.backFilled(),
                            frame.content(),
                            frame.sequence())));
        }
        return EvidenceFile.of("lineage/made-hours.csv", sheet);
    }

    /** Each sample of a minute with its origin; {@code -} for an instant at which nothing was known. */
    private static String samples(MinuteOfSamples minute) {
        return minute.slots().stream()
                .map(slot -> slot.map(Object::toString).orElse("-"))
                .collect(Collectors.joining(" | "));
    }

    /** The samples of the minutes of such hours. */
    EvidenceFile samples(Scope scope) {
        CsvSheet sheet = new CsvSheet("hour_start", "minute", "station", "factor", "samples", "dirty_at");
        for (Instant start : scope.hours()) {
            records.made(scope.outlet(), start).stations().forEach(of -> of.minutes()
                    .forEach(minute -> sheet.row(
                            start,
                            minute.samples().start(),
                            minute.channel().station(),
                            minute.channel().factor(),
                            samples(minute.samples()),
                            minute.dirtyAt())));
        }
        return EvidenceFile.of("lineage/made-minutes.csv", sheet);
    }
}
