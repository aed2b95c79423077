package io.stackwatch.gateway.audit;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.supervision.CountyCoverage;
import io.stackwatch.core.supervision.Exceeding;
import io.stackwatch.core.supervision.FigureHead;
import io.stackwatch.core.supervision.LinePlace;
import io.stackwatch.core.supervision.ListingAnswer;
import io.stackwatch.core.supervision.ListingBasis;
import io.stackwatch.core.supervision.ListingRule;
import io.stackwatch.core.supervision.MonthCalendar;
import io.stackwatch.core.supervision.MonthDiff;
import io.stackwatch.core.supervision.MonthFigures;
import io.stackwatch.core.supervision.NationalRate;
import io.stackwatch.core.supervision.Reconciled;
import io.stackwatch.core.transmission.Rate;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.ActTable;
import io.stackwatch.gateway.records.ExceedingRecords;
import io.stackwatch.gateway.records.FigureQuery;
import io.stackwatch.gateway.records.MonthFigureRecords;
import io.stackwatch.gateway.records.NationalRateRecords;
import io.stackwatch.gateway.records.NumberedLine;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.trail.ToldActs;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Months as the store has them, and what follows from them by the rules. */
public final class StoredAudit implements AuditDesk {

    private final RecordStore store;
    private final StoredMonths months;
    private final Clerk clerk;
    private final CoverageSurvey survey;
    private final Supplier<Set<OutletId>> outlets;
    private final Rules rules;
    private final PaperShelf shelf;

    /**
     * @param outlets every outlet that was ever registered
     */
    public StoredAudit(
            RecordStore store,
            Clerk clerk,
            CoverageSurvey survey,
            Supplier<Set<OutletId>> outlets,
            Rules rules,
            PaperShelf shelf) {
        this.store = store;
        this.months = new StoredMonths(store, rules.calendar());
        this.clerk = clerk;
        this.survey = survey;
        this.outlets = outlets;
        this.rules = rules;
        this.shelf = shelf;
    }

    /**
     * The rules that answers follow from.
     *
     * @param calendar when what is due of a month
     * @param parameters thresholds by date
     * @param listing which counties are proposed
     */
    public record Rules(MonthCalendar calendar, RuleParameters parameters, ListingRule listing) {

        /** Those that come with the program. */
        public static Rules load(RuleParameters parameters) {
            return new Rules(MonthCalendar.load(), parameters, new ListingRule(ListingBasis.load()));
        }
    }

    @Override
    public List<MonthFile> months() {
        return months.months();
    }

    @Override
    public Optional<MonthFile> month(YearMonth month) {
        return months.month(month);
    }

    @Override
    public Optional<MonthFigures> figures(YearMonth month, int version, Variant variant) {
        return store.read(handle -> MonthFigureRecords.figures(handle, month, version, variant));
    }

    @Override
    public Optional<FigureHead> head(YearMonth month, int version, Variant variant) {
        return store.read(handle -> MonthFigureRecords.head(handle, month, version, variant));
    }

    @Override
    public List<NumberedLine> lines(FigureQuery wanted) {
        return store.read(handle -> MonthFigureRecords.lines(handle, wanted));
    }

    @Override
    public Optional<MonthDiff> diff(YearMonth month, int before, int after, Variant variant) {
        return months.diff(month, before, after, variant);
    }

    @Override
    public Recomputation recompute(YearMonth month, Act act) {
        return clerk.recompute(month, act);
    }

    @Override
    public List<CountyCoverage> coverage() {
        return survey.now();
    }

    @Override
    public Optional<List<ListingAnswer>> listing(YearMonth month, int version) {
        List<Exceeding> exceeding = store.read(handle -> ExceedingRecords.of(handle, month));
        int several = rules.parameters().count("listing.exceeding-enterprises", MonthCalendar.start(month));
        return figures(month, version, Variant.FINAL)
                .map(figures -> rules.listing().decide(figures.city(), exceeding, several));
    }

    @Override
    public Optional<String> enter(List<NationalRate> rates, String document, Act act) {
        Set<OutletId> registered = outlets.get();
        Optional<OutletId> unknown = rates.stream()
                .map(NationalRate::outlet)
                .filter(outlet -> !registered.contains(outlet))
                .findFirst();
        if (unknown.isEmpty() && !rates.isEmpty()) {
            store.write(handle -> {
                long first = NationalRateRecords.add(handle, rates, document, act);
                ToldActs.tell(handle, ActTable.NATIONAL_RATES, first, first + rates.size() - 1);
                return true;
            });
        }
        return unknown.map(OutletId::value);
    }

    @Override
    public List<Reconciled> reconciled(YearMonth month, int version, Variant variant) {
        BigDecimal tolerance = rules.parameters().decimal("reconciliation.difference", MonthCalendar.start(month));
        return store.read(handle -> {
            Map<OutletId, Rate> local = rates(handle, month, version, variant);
            List<Reconciled> answers = new ArrayList<>();
            NationalRateRecords.of(handle, month)
                    .forEach(row -> answers.add(Reconciled.of(
                            row.rate(), Optional.ofNullable(local.get(row.rate().outlet())), tolerance)));
            return answers;
        });
    }

    private static Map<OutletId, Rate> rates(Handle handle, YearMonth month, int version, Variant variant) {
        Map<OutletId, Rate> rates = new HashMap<>();
        for (NumberedLine line : MonthFigureRecords.lines(
                handle, FigureQuery.all(month, version, variant).of(LinePlace.Level.OUTLET))) {
            line.line()
                    .line()
                    .counts()
                    .effective()
                    .ifPresent(rate -> rates.put(line.line().place().outlet().orElseThrow(), rate));
        }
        return rates;
    }

    @Override
    public Optional<List<PaperFile>> papers(YearMonth month, int version, Variant variant) throws IOException {
        return shelf.list(month, version, variant);
    }

    @Override
    public Optional<PaperOnShelf> paper(YearMonth month, int version, Variant variant, String name) throws IOException {
        return shelf.find(month, version, variant, name);
    }
}
