package io.stackwatch.gateway.registry;

import io.stackwatch.connectors.hj212.mapping.Factor;
import io.stackwatch.connectors.hj212.mapping.FactorTable;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.InstrumentRange;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of {@code ranges.csv}: what instruments can measure, and what contradicts the rest of the registry in them. */
final class RangeSheet {

    static final String NAME = "ranges.csv";
    static final String COLUMNS = "outlet factor high unit document from mark";
    static final String OPTIONAL = "low until";

    private static final String NOT_TWICE = "versions that do not overlap: the older one needs an 'until'";

    private RangeSheet() {}

    static Object keyOf(InstrumentRange range) {
        return List.of(range.outlet(), range.factor(), range.effective().from());
    }

    static Optional<InstrumentRange> range(SheetRow row) {
        Optional<OutletId> outlet = row.value("outlet", "an outlet's id", OutletId::new);
        Optional<FactorCode> factor = row.value("factor", "a factor code such as a00000", FactorCode::new);
        Optional<Optional<BigDecimal>> low = row.valueOr(
                "low", "empty or a decimal such as 0", Optional.empty(), cell -> Optional.of(decimal(cell)));
        Optional<BigDecimal> high = row.value("high", "a decimal above 0, such as 300", RangeSheet::aboveZero);
        Optional<Unit> unit = row.value("unit", "what both ends count, such as m3/s", Unit::new);
        Optional<String> document = row.text("document", "what says so, with its number");
        Optional<Verification> mark = SheetFacts.oneOf(row, "mark", Verification.class);
        Optional<Effective> effective = SheetFacts.effective(row);
        if (!SheetFacts.whole(outlet, factor, low, high, unit, document, mark, effective)) {
            return Optional.empty();
        }
        if (low.get().filter(end -> end.compareTo(high.get()) >= 0).isPresent()) {
            row.wrong("low", "below 'high', which is " + high.get().toPlainString());
            return Optional.empty();
        }
        return Optional.of(new InstrumentRange(
                outlet.get(),
                factor.get(),
                low.get(),
                high.get(),
                unit.get(),
                document.get(),
                mark.get(),
                effective.get()));
    }

    private static BigDecimal decimal(String cell) {
        if (!cell.matches("-?[0-9]{1,9}(\\.[0-9]{1,6})?")) {
            throw new IllegalArgumentException(cell);
        }
        return new BigDecimal(cell);
    }

    private static BigDecimal aboveZero(String cell) {
        BigDecimal number = decimal(cell);
        if (number.signum() <= 0) {
            throw new IllegalArgumentException(cell);
        }
        return number;
    }

    /** What the rows contradict among themselves and with the rest of the registry. */
    static List<SheetError> contradictions(MergedRows<InstrumentRange> ranges, RegistryRows registry) {
        Set<OutletId> outlets =
                registry.outlets().stream().map(outlet -> outlet.id()).collect(Collectors.toSet());
        Map<Object, List<InstrumentRange>> known = new HashMap<>();
        List<SheetError> errors = new ArrayList<>();
        for (int i = 0; i < ranges.facts().size(); i++) {
            InstrumentRange range = ranges.facts().get(i);
            if (!outlets.contains(range.outlet())) {
                errors.add(wrong(ranges, i, "outlet", range.outlet().value(), "a registered outlet"));
            }
            Optional<Unit> counted = FactorTable.standard().find(range.factor()).map(Factor::unit);
            if (counted.isEmpty()) {
                errors.add(wrong(ranges, i, "factor", range.factor().value(), "a factor of the code table"));
            }
            if (counted.filter(unit -> !unit.equals(range.unit())).isPresent()) {
                String expected = counted.get() + ": that is what " + range.factor() + " is kept in";
                errors.add(wrong(ranges, i, "unit", range.unit().symbol(), expected));
            }
            List<InstrumentRange> others =
                    known.computeIfAbsent(List.of(range.outlet(), range.factor()), place -> new ArrayList<>());
            if (others.stream().anyMatch(other -> other.effective().overlaps(range.effective()))) {
                errors.add(wrong(ranges, i, "from", range.outlet() + " " + range.factor(), NOT_TWICE));
            }
            others.add(range);
        }
        return errors;
    }

    private static SheetError wrong(MergedRows<?> rows, int place, String column, String found, String expected) {
        return new SheetError(rows.sheet(), rows.line(place), column, found, expected);
    }
}
