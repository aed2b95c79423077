package io.stackwatch.gateway.app;

import io.stackwatch.core.exceedance.RuleParameter;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.supervision.ListingBasis;
import io.stackwatch.core.supervision.ListingCause;
import io.stackwatch.core.supervision.Reconciled;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.Rate;
import io.stackwatch.gateway.audit.PaperBrief;
import io.stackwatch.gateway.audit.PaperFile;
import io.stackwatch.gateway.audit.Papers;
import io.stackwatch.gateway.circular.HourLine;
import io.stackwatch.gateway.circular.HourSource;
import io.stackwatch.gateway.circular.MonthHeader;
import io.stackwatch.gateway.circular.MonthPapers;
import io.stackwatch.gateway.circular.NationalComparison;
import io.stackwatch.gateway.circular.Paper;
import io.stackwatch.gateway.circular.PaperOptions;
import io.stackwatch.gateway.circular.Sources;
import io.stackwatch.gateway.counting.CountView;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.ReportVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Workbook, circular and tables of a version: its stored figures, and the hours behind them as they were known at its cut-off. If
 * the hours do not add up to the figures any more nothing is made.
 */
final class MonthlyPapers implements Papers {

    private static final String CALENDAR = "系统（按月结日历自动）";

    private final CountView counts;
    private final RuleParameters parameters;
    private final Sources sources = Sources.load();
    private final List<ListingBasis> bases = ListingBasis.load();
    private final MonthPapers papers = new MonthPapers(PaperOptions.defaults());

    MonthlyPapers(CountView counts, RuleParameters parameters) {
        this.counts = counts;
        this.parameters = parameters;
    }

    @Override
    public List<PaperFile> write(PaperBrief brief, Path folder) throws IOException {
        CityMonth city = brief.city();
        HourSource hours = (outlet, reader) -> counts.hours(outlet, city.month(), city.variant(), city.cutoff())
                .forEach(line -> reader.accept(new HourLine(
                        line.hour(), line.answer().standing(), line.report().map(MonthlyPapers::report))));
        List<PaperFile> written = new ArrayList<>();
        for (Paper paper : papers.write(city, header(brief), hours, national(brief), folder)) {
            written.add(PaperFile.of(folder.resolve(paper.name()), mediaType(paper.kind())));
        }
        return written;
    }

    private NationalComparison national(PaperBrief brief) {
        BigDecimal tolerance = parameters.decimal(
                "reconciliation.difference",
                brief.city().month().atDay(1).atStartOfDay(LegalTime.ZONE).toInstant());
        Map<OutletId, Rate> local = new HashMap<>();
        brief.city().counties().stream()
                .flatMap(county -> county.enterprises().stream())
                .flatMap(enterprise -> enterprise.outlets().stream())
                .forEach(outlet -> outlet.line().counts().effective().ifPresent(rate -> local.put(outlet.id(), rate)));
        return new NationalComparison(
                brief.national().stream()
                        .map(row -> new NationalComparison.Row(
                                Reconciled.of(
                                        row.rate(),
                                        Optional.ofNullable(local.get(row.rate().outlet())),
                                        tolerance),
                                row.document()))
                        .toList(),
                tolerance);
    }

    private static HourLine.Report report(ReportVersion version) {
        return new HourLine.Report(
                version.version(),
                version.report().avg().or(() -> version.report().zsAvg()).map(ReportedNumber::text),
                version.report().flag(),
                version.report().evidence().sequence());
    }

    private MonthHeader header(PaperBrief brief) {
        Instant start =
                brief.city().month().atDay(1).atStartOfDay(LegalTime.ZONE).toInstant();
        return new MonthHeader(
                state(brief),
                brief.version().number(),
                brief.version().act().map(Act::reason),
                brief.version().act().map(Act::by).orElse(CALENDAR),
                brief.version().program(),
                Optional.of(brief.figuresSha256()),
                basis(start),
                thresholds(start));
    }

    /** What figures of a month are compared with, as it is printed. */
    List<MonthHeader.Threshold> thresholds(Instant start) {
        return List.of(
                threshold("有效率要求", "rate.required", start),
                threshold("预警线", "rate.warn-below", start),
                threshold("严重偏低线", "rate.far-below", start),
                threshold("有效小时最少有效分钟数", "hour.minimum-valid-minutes", start),
                threshold("即时口径补传宽限", "receipt.grace", start),
                threshold("标记截止（次日）", "marking.window-closes", start),
                threshold("定稿日（次月）", "month.freeze-day", start));
    }

    private static MonthHeader.State state(PaperBrief brief) {
        return switch (brief.version().kind()) {
            case OPENED, PROVISIONAL_COUNTED -> MonthHeader.State.PROVISIONAL;
            case PRELIMINARY_COUNTED -> MonthHeader.State.PRELIMINARY;
            case VOUCHERS_ENDED -> MonthHeader.State.VOUCHERS_CLOSED;
            case FROZEN -> MonthHeader.State.FROZEN;
            case RECOMPUTED -> MonthHeader.State.RECOMPUTED;
        };
    }

    /** The sentence on which a circular about rates rests, as far as one is in force. */
    private String basis(Instant at) {
        return bases.stream()
                .filter(row -> row.cause() == ListingCause.Kind.RATE_BELOW)
                .filter(row -> row.effective().contains(at))
                .map(row -> row.instrument() + row.article() + "：“" + row.sentence() + "”。")
                .findFirst()
                .orElse("");
    }

    private MonthHeader.Threshold threshold(String chinese, String name, Instant at) {
        RuleParameter row = parameters.at(name, at);
        return new MonthHeader.Threshold(chinese, value(row), sources.chinese(row.source()), row.mark());
    }

    /** The value with its unit as a Chinese reader expects it; a unit without such words stays as the table has it. */
    private static String value(RuleParameter row) {
        return switch (row.unit()) {
            case "ratio" ->
                new BigDecimal(row.value())
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString() + "%";
            case "minutes" -> row.value() + "分钟";
            case "hours" -> row.value() + "小时";
            case "day of month" -> row.value() + "日";
            case "time of day" -> row.value();
            default -> row.value() + " " + row.unit();
        };
    }

    private static String mediaType(Paper.Kind kind) {
        return switch (kind) {
            case FIGURES, EXPLANATIONS -> "text/csv; charset=utf-8";
            case HOURS -> "application/gzip";
            case WORKBOOK, HOUR_WORKBOOK -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case CIRCULAR -> "application/pdf";
            case DIGESTS -> "text/plain; charset=utf-8";
        };
    }
}
