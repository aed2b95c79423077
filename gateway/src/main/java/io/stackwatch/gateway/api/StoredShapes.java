package io.stackwatch.gateway.api;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmSubject;
import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.InstrumentRange;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.gateway.records.GapRequest;
import io.stackwatch.gateway.records.HourRow;
import io.stackwatch.gateway.records.LatestReading;
import io.stackwatch.gateway.records.NumberedEvent;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.records.VerdictRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of the records as the shapes that the contract promises. Pure. */
final class StoredShapes {

    private static final int VALUE_DECIMALS = 3;
    private static final int RATIO_DECIMALS = 4;

    private StoredShapes() {}

    static HourView hour(HourRow row, StoredNames names, Optional<Limit> limit) {
        VerdictRow verdict = row.verdict();
        Optional<ReportVersion> report = row.report();
        return new HourView(
                names.factor(verdict.hour().factor()),
                verdict.hour().start(),
                verdict.version(),
                verdict.outcome().name(),
                verdict.reason()
                        .map(reason -> verdict.detail().isEmpty() ? reason.name() : reason + " " + verdict.detail()),
                verdict.value().map(StoredShapes::value),
                unit(row),
                verdict.basis().map(Enum::name),
                verdict.ratio().map(StoredShapes::ratio),
                verdict.limitId().flatMap(id -> applied(verdict, id, limit)),
                verdict.oxygen().map(StoredShapes::percent),
                report.flatMap(version -> version.report().avg()).map(ReportedNumber::text),
                report.flatMap(version -> version.report().zsAvg()).map(ReportedNumber::text),
                report.flatMap(version -> version.report().flag()).map(DataFlag::letters),
                report.map(version -> version.report().delivery().name()),
                verdict.findings().stream().map(Enum::name).toList(),
                row.objections().stream().map(HourObjectionView::of).toList(),
                verdict.knownAt(),
                first(verdict.evidence()));
    }

    static GapsView.Request gapRequest(GapRequest request) {
        Optional<GapRequest.End> end = request.ended();
        return new GapsView.Request(
                request.exchange(),
                request.station(),
                request.command(),
                request.firstHour(),
                request.lastHour(),
                request.wanted(),
                request.askedAt(),
                end.map(GapRequest.End::outcome),
                end.map(GapRequest.End::words),
                end.map(GapRequest.End::came),
                end.map(GapRequest.End::at));
    }

    static AlarmView alarm(Alarm alarm, StoredNames names, Optional<VerdictRow> lastHour) {
        Optional<VerdictRow> judged = lastHour.filter(verdict -> verdict.value().isPresent());
        AlarmSubject subject = alarm.key().subject();
        return new AlarmView(
                alarm.id().value(),
                alarm.key().type().code(),
                alarm.level().name(),
                AlarmView.Subject.of(
                        subject.kind().name(), subject.match(names::outlet, names::enterprise, names::region)),
                subject.outlet().map(names::outlet),
                subject.match(
                        outlet -> Optional.of(names.enterprise(outlet)),
                        enterprise -> Optional.of(names.enterprise(enterprise)),
                        division -> Optional.empty()),
                subject.match(names::region, names::region, names::region),
                names.factor(alarm.key().factor()),
                alarm.firstHour(),
                alarm.lastHour(),
                alarm.raisedAt(),
                alarm.words(),
                judged.flatMap(VerdictRow::value).map(StoredShapes::value),
                judged.flatMap(VerdictRow::limit).map(StoredShapes::milligrams),
                judged.map(verdict -> Unit.MILLIGRAMS_PER_CUBIC_METRE.symbol()),
                judged.flatMap(VerdictRow::ratio).map(StoredShapes::ratio),
                alarm.acknowledgement().map(seen -> new AlarmView.Acknowledgement(seen.by(), seen.at(), seen.note())),
                alarm.clearing().map(end -> end.at()),
                alarm.clearing().map(end -> end.reason().name()),
                alarm.state().name(),
                alarm.assignment().map(mine -> new AlarmView.Assignment(mine.to(), mine.by(), mine.at(), mine.note())),
                alarm.abeyance()
                        .map(aside -> new AlarmView.Aside(
                                alarm.state().attention().name(),
                                aside.by(),
                                aside.at(),
                                aside.why(),
                                aside.until(),
                                aside.cause())));
    }

    static AlarmView.Step step(NumberedEvent numbered) {
        var event = numbered.event();
        String detail = Stream.of(
                        event.reason().name(),
                        event.by().orElse(""),
                        event.about().orElse(""),
                        event.note())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new AlarmView.Step(
                numbered.number(),
                event.kind().name(),
                event.at(),
                event.hour(),
                event.level().name(),
                detail,
                first(event.evidence()));
    }

    /** What was said last about one factor: its measured and its converted instant. */
    static OutletView.Latest latest(List<LatestReading> figures, StoredNames names, Optional<Limit> limit) {
        LatestReading newest = figures.stream()
                .reduce((one, other) -> one.at().isBefore(other.at()) ? other : one)
                .orElseThrow();
        return new OutletView.Latest(
                names.factor(newest.factor()),
                newest.at(),
                Span.REALTIME,
                figure(figures, Statistic.RTD),
                figure(figures, Statistic.ZS_RTD),
                newest.flag(),
                limit.map(StoredShapes::limit));
    }

    /** What an instrument can measure. */
    static OutletView.Range range(InstrumentRange range, StoredNames names) {
        return new OutletView.Range(
                names.factor(range.factor()),
                range.least().map(BigDecimal::toPlainString),
                range.most().toPlainString(),
                range.unit().symbol(),
                range.document(),
                range.mark(),
                range.effective().from(),
                range.effective().until());
    }

    static AppliedLimit limit(Limit limit) {
        return new AppliedLimit(
                limit.id().value(),
                milligrams(limit.allowed()),
                Unit.MILLIGRAMS_PER_CUBIC_METRE.symbol(),
                limit.referenceOxygen().map(StoredShapes::percent),
                Optional.of(limit.instrument() + " " + limit.clause()));
    }

    /** A decimal where the number is one, else rounded for people. */
    static String value(Fraction number) {
        return number.denominator().compareTo(BigDecimal.ONE) == 0
                ? number.numerator().toPlainString()
                : number.rounded(VALUE_DECIMALS).toPlainString();
    }

    static String ratio(Fraction ratio) {
        return ratio.rounded(RATIO_DECIMALS).toPlainString();
    }

    static String milligrams(Concentration concentration) {
        return concentration.milligramsPerCubicMetre().toPlainString();
    }

    static Optional<EvidenceRef> first(List<EvidenceRef> evidence) {
        return evidence.stream().findFirst();
    }

    private static Optional<AppliedLimit> applied(VerdictRow verdict, LimitId id, Optional<Limit> limit) {
        return verdict.limit()
                .map(allowed -> new AppliedLimit(
                        id.value(),
                        milligrams(allowed),
                        Unit.MILLIGRAMS_PER_CUBIC_METRE.symbol(),
                        verdict.referenceOxygen().map(StoredShapes::percent),
                        limit.map(known -> known.instrument() + " " + known.clause())));
    }

    private static Optional<String> unit(HourRow row) {
        return row.verdict().value().isPresent()
                ? Optional.of(Unit.MILLIGRAMS_PER_CUBIC_METRE.symbol())
                : row.report().map(version -> version.report().unit().symbol());
    }

    private static Optional<Quantity> figure(List<LatestReading> figures, Statistic statistic) {
        return figures.stream()
                .filter(figure -> figure.statistic() == statistic)
                .findFirst()
                .map(figure -> new Quantity(figure.text(), figure.unit().symbol()));
    }

    private static String percent(OxygenContent oxygen) {
        return oxygen.percent().toPlainString();
    }
}
