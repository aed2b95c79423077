package io.stackwatch.gateway.evidence;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.gateway.records.HourHistory;
import io.stackwatch.gateway.records.RecordsView;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.records.VerdictRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The correction to the reference oxygen, step by step, for every version of every verdict: what the logger said beside what we reckon. */
final class ConversionSheet {

    private static final BigDecimal AIR = new BigDecimal("21");
    private static final int DECIMALS = 6;

    private final RecordsView records;

    ConversionSheet(EvidenceSources sources) {
        this.records = sources.records();
    }

    EvidenceFile of(Scope scope) {
        CsvSheet sheet = new CsvSheet("hour_start", "verdict_version", "step", "what", "formula", "result");
        for (Instant start : scope.hours()) {
            HourHistory history = records.hour(scope.hour(start, scope.factor()));
            List<ReportVersion> oxygen =
                    records.hour(scope.hour(start, FactorCode.OXYGEN)).reports();
            for (VerdictRow row : history.verdicts()) {
                Optional<ReportVersion> report = history.reports().stream()
                        .filter(one -> one.version() == row.reportVersion())
                        .findFirst();
                steps(sheet, row, report, oxygenKnown(oxygen, row));
            }
        }
        return EvidenceFile.of("lineage/oxygen-correction.csv", sheet);
    }

    private static void steps(
            CsvSheet sheet, VerdictRow row, Optional<ReportVersion> report, Optional<BigDecimal> oxygen) {
        Optional<BigDecimal> measured =
                report.flatMap(one -> one.report().avg()).map(ReportedNumber::number);
        Optional<BigDecimal> sent = report.flatMap(one -> one.report().zsAvg()).map(ReportedNumber::number);
        Optional<BigDecimal> reference = row.referenceOxygen().map(one -> one.percent());
        Steps steps = new Steps(sheet, row);
        steps.put("measured mean (实测均值)", "", measured.map(BigDecimal::toPlainString));
        steps.put("measured oxygen (实测含氧量) %", "", oxygen.map(BigDecimal::toPlainString));
        steps.put("reference oxygen (基准含氧量) %", "", reference.map(BigDecimal::toPlainString));
        Optional<Fraction> factor = reference.flatMap(ref -> oxygen.filter(o2 -> o2.compareTo(AIR) < 0)
                .map(o2 -> new Fraction(AIR.subtract(ref), AIR.subtract(o2))));
        steps.put(
                "factor of conversion",
                "(21 - " + text(reference) + ") / (21 - " + text(oxygen) + ")",
                factor.map(ConversionSheet::shown));
        Optional<Fraction> converted =
                factor.flatMap(by -> measured.map(mean -> Fraction.of(mean).times(by)));
        steps.put("converted here (本系统折算)", text(measured) + " x factor", converted.map(ConversionSheet::shown));
        steps.put("converted by the logger (数采仪折算)", "", sent.map(BigDecimal::toPlainString));
        steps.put(
                "compared with the limit (判定采用)",
                row.basis().map(Enum::name).orElse(""),
                row.value().map(ConversionSheet::shown));
        steps.put(
                "limit (限值)",
                row.limitId().map(Object::toString).orElse(""),
                row.limit().map(limit -> limit.milligramsPerCubicMetre().toPlainString()));
        steps.put(
                "times above the limit (超标倍数)",
                "(value - limit) / limit",
                row.ratio().map(ConversionSheet::shown));
    }

    /** The oxygen that was compared with, else the version that was known when the verdict was found. */
    private static Optional<BigDecimal> oxygenKnown(List<ReportVersion> versions, VerdictRow row) {
        return row.oxygen().map(oxygen -> oxygen.percent()).or(() -> versions.stream()
                .filter(version -> !version.report().arrivedAt().isAfter(row.knownAt()))
                .reduce((earlier, later) -> later)
                .flatMap(version -> version.report().avg())
                .map(ReportedNumber::number));
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("?");
    }

    /** To six decimals; the exact fraction stands in verdicts.csv. */
    private static String shown(Fraction number) {
        return number.rounded(DECIMALS).stripTrailingZeros().toPlainString();
    }

    /** The steps of one verdict, counted. */
    private static final class Steps {
        private final CsvSheet sheet;
        private final VerdictRow row;
        private int number;

        Steps(CsvSheet sheet, VerdictRow row) {
            this.sheet = sheet;
            this.row = row;
        }

        void put(String what, String formula, Optional<String> result) {
            number++;
            sheet.row(row.hour().start(), row.version(), number, what, formula, result.orElse("-"));
        }
    }
}
