package io.stackwatch.gateway.registry;

import io.stackwatch.core.registry.Boiler;
import io.stackwatch.core.registry.BoilerId;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** One row of {@code boilers.csv}: a boiler of the city's list (action plan 2017, items 8 to 10). */
final class BoilerSheet {

    /** Columns that must be there. */
    static final String COLUMNS = "id enterprise name steam_t_h fuel fate document from mark";

    /** Columns that may. */
    static final String OPTIONAL = "outlet ultra_low_on networked_on removal_evidence until";

    private BoilerSheet() {}

    static Optional<Boiler> boiler(SheetRow row) {
        Optional<BoilerId> id = row.value("id", "an identity", BoilerId::new);
        Optional<EnterpriseId> enterprise = row.value("enterprise", "an enterprise's id", EnterpriseId::new);
        Optional<String> name = row.text("name", "a name");
        Optional<BigDecimal> steam =
                row.value("steam_t_h", "t/h of steam above 0, such as 75 or 0.5", cell -> steam(cell));
        Optional<Boiler.Fuel> fuel = SheetFacts.oneOf(row, "fuel", Boiler.Fuel.class);
        Optional<Boiler.Fate> fate = SheetFacts.oneOf(row, "fate", Boiler.Fate.class);
        Optional<Optional<OutletId>> outlet =
                row.valueOr("outlet", "an outlet's id", Optional.empty(), cell -> Optional.of(new OutletId(cell)));
        Optional<String> document = row.text("document", "the list or decision with its number");
        Optional<Optional<LocalDate>> ultraLow = day(row, "ultra_low_on");
        Optional<Optional<LocalDate>> networked = day(row, "networked_on");
        Optional<Verification> mark = SheetFacts.oneOf(row, "mark", Verification.class);
        Optional<Effective> effective = SheetFacts.effective(row);
        if (!SheetFacts.whole(id, enterprise, name, steam, fuel, fate, outlet)
                || !SheetFacts.whole(document, ultraLow, networked, mark, effective)) {
            return Optional.empty();
        }
        if (fate.get() == Boiler.Fate.REPLACED && fuel.get().isCoal()) {
            row.wrong("fuel", "what replaced the coal: the boiler is REPLACED");
            return Optional.empty();
        }
        return Optional.of(new Boiler(
                id.get(),
                enterprise.get(),
                name.get(),
                steam.get(),
                fuel.get(),
                outlet.get(),
                fate.get(),
                document.get(),
                new Boiler.History(
                        ultraLow.get(),
                        networked.get(),
                        Optional.of(row.orEmpty("removal_evidence")).filter(cell -> !cell.isEmpty())),
                mark.get(),
                effective.get()));
    }

    private static Optional<Optional<LocalDate>> day(SheetRow row, String column) {
        return row.valueOr(
                column,
                "empty or a day such as 2017-10-31",
                Optional.empty(),
                cell -> Optional.of(LocalDate.parse(cell)));
    }

    private static BigDecimal steam(String cell) {
        if (!cell.matches("[0-9]{1,5}(\\.[0-9]{1,3})?") || new BigDecimal(cell).signum() == 0) {
            throw new IllegalArgumentException(cell);
        }
        return new BigDecimal(cell);
    }
}
