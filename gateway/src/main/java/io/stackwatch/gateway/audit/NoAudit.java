package io.stackwatch.gateway.audit;

import io.stackwatch.core.supervision.CountyCoverage;
import io.stackwatch.core.supervision.FigureHead;
import io.stackwatch.core.supervision.ListingAnswer;
import io.stackwatch.core.supervision.MonthDecision.Reason;
import io.stackwatch.core.supervision.MonthDecision.Refused;
import io.stackwatch.core.supervision.MonthDiff;
import io.stackwatch.core.supervision.MonthFigures;
import io.stackwatch.core.supervision.NationalRate;
import io.stackwatch.core.supervision.Reconciled;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.FigureQuery;
import io.stackwatch.gateway.records.NumberedLine;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** A desk at which there is nothing. */
final class NoAudit implements AuditDesk {

    @Override
    public List<MonthFile> months() {
        return List.of();
    }

    @Override
    public Optional<MonthFile> month(YearMonth month) {
        return Optional.empty();
    }

    @Override
    public Optional<MonthFigures> figures(YearMonth month, int version, Variant variant) {
        return Optional.empty();
    }

    @Override
    public Optional<FigureHead> head(YearMonth month, int version, Variant variant) {
        return Optional.empty();
    }

    @Override
    public List<NumberedLine> lines(FigureQuery wanted) {
        return List.of();
    }

    @Override
    public Optional<MonthDiff> diff(YearMonth month, int before, int after, Variant variant) {
        return Optional.empty();
    }

    @Override
    public Recomputation recompute(YearMonth month, Act act) {
        return new Recomputation.NotMade(new Refused(Reason.NOT_OPENED, Optional.empty()));
    }

    @Override
    public List<CountyCoverage> coverage() {
        return List.of();
    }

    @Override
    public Optional<List<ListingAnswer>> listing(YearMonth month, int version) {
        return Optional.empty();
    }

    @Override
    public Optional<String> enter(List<NationalRate> rates, String document, Act act) {
        return rates.stream().map(rate -> rate.outlet().value()).findFirst();
    }

    @Override
    public List<Reconciled> reconciled(YearMonth month, int version, Variant variant) {
        return List.of();
    }

    @Override
    public Optional<List<PaperFile>> papers(YearMonth month, int version, Variant variant) {
        return Optional.empty();
    }

    @Override
    public Optional<PaperOnShelf> paper(YearMonth month, int version, Variant variant, String name) {
        return Optional.empty();
    }
}
