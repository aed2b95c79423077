package io.stackwatch.gateway.registry;

import io.stackwatch.core.emission.Duct;
import io.stackwatch.core.emission.FlowBasis;
import io.stackwatch.core.emission.Mass;
import io.stackwatch.core.emission.PermittedTotal;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** A row of {@code ducts.csv} or {@code permitted-totals.csv} made into the fact that it states. */
final class EmissionSheet {

    static final String DUCTS = "ducts.csv";
    static final String DUCT_COLUMNS = "outlet flow document from mark";
    static final String DUCT_OPTIONAL = "area_m2 velocity_factor ambient_pa until";

    static final String PERMITTED = "permitted-totals.csv";
    static final String PERMITTED_COLUMNS = "enterprise factor tonnes first_day last_day document mark";
    static final String PERMITTED_OPTIONAL = "outlet";

    private static final String ABOVE_ZERO = "a decimal above 0, such as 19.6";

    /** A permit holds for five years as a rule; a typing error in a year must not have a century summed up. */
    private static final int MOST_YEARS = 10;

    private EmissionSheet() {}

    static Optional<Duct> duct(SheetRow row) {
        Optional<OutletId> outlet = row.value("outlet", "an outlet's id", OutletId::new);
        Optional<FlowBasis> basis = SheetFacts.oneOf(row, "flow", FlowBasis.class);
        Optional<Optional<BigDecimal>> area = row.valueOr(
                "area_m2", "empty or " + ABOVE_ZERO, Optional.empty(), cell -> Optional.of(aboveZero(cell)));
        Optional<BigDecimal> factor =
                row.valueOr("velocity_factor", "empty or " + ABOVE_ZERO, BigDecimal.ONE, EmissionSheet::aboveZero);
        Optional<Optional<BigDecimal>> ambient = row.valueOr(
                "ambient_pa",
                "empty or a pressure in Pa, such as 101000",
                Optional.empty(),
                cell -> Optional.of(aboveZero(cell)));
        Optional<String> document = row.text("document", "what says so, with its number");
        Optional<Verification> mark = SheetFacts.oneOf(row, "mark", Verification.class);
        Optional<Effective> effective = SheetFacts.effective(row);
        if (!SheetFacts.whole(outlet, basis, area, factor, ambient, document, mark, effective)) {
            return Optional.empty();
        }
        if (area.get().isPresent() != ambient.get().isPresent()) {
            row.wrong(area.get().isPresent() ? "ambient_pa" : "area_m2", "both or neither of area_m2 and ambient_pa");
            return Optional.empty();
        }
        if (basis.get() != FlowBasis.REPORTED_DRY_STANDARD && area.get().isEmpty()) {
            row.wrong("area_m2", "an area and a pressure: flow is " + basis.get());
            return Optional.empty();
        }
        Optional<Duct.Section> section = area.get()
                .flatMap(metres -> ambient.get().map(pascal -> new Duct.Section(metres, factor.get(), pascal)));
        return Optional.of(new Duct(outlet.get(), basis.get(), section, document.get(), mark.get(), effective.get()));
    }

    static Optional<PermittedTotal> permitted(SheetRow row) {
        Optional<EnterpriseId> enterprise = row.value("enterprise", "an enterprise's id", EnterpriseId::new);
        Optional<Optional<OutletId>> outlet = row.valueOr(
                "outlet",
                "empty for all outlets together, or an outlet's id",
                Optional.empty(),
                cell -> Optional.of(new OutletId(cell)));
        Optional<FactorCode> factor = row.value("factor", "a factor code such as a21026", FactorCode::new);
        Optional<Mass> tonnes =
                row.value("tonnes", "tonnes above 0, such as 35.6", cell -> Mass.ofTonnes(aboveZero(cell)));
        Optional<LocalDate> first = row.value("first_day", "a day such as 2026-01-01", LocalDate::parse);
        Optional<LocalDate> last = row.value("last_day", "a day such as 2026-12-31", LocalDate::parse);
        Optional<String> document = row.text("document", "the permit with its number");
        Optional<Verification> mark = SheetFacts.oneOf(row, "mark", Verification.class);
        if (!SheetFacts.whole(enterprise, outlet, factor, tonnes, first, last, document, mark)) {
            return Optional.empty();
        }
        if (last.get().isBefore(first.get())) {
            row.wrong("last_day", "not before 'first_day', which is " + first.get());
            return Optional.empty();
        }
        if (last.get().isAfter(first.get().plusYears(MOST_YEARS))) {
            row.wrong("last_day", "at most " + MOST_YEARS + " years behind 'first_day', which is " + first.get());
            return Optional.empty();
        }
        return Optional.of(new PermittedTotal(
                enterprise.get(),
                outlet.get(),
                factor.get(),
                first.get(),
                last.get(),
                tonnes.get(),
                document.get(),
                mark.get()));
    }

    private static BigDecimal aboveZero(String cell) {
        if (!cell.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") || new BigDecimal(cell).signum() == 0) {
            throw new IllegalArgumentException(cell);
        }
        return new BigDecimal(cell);
    }
}
