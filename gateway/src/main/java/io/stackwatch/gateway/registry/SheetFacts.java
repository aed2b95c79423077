package io.stackwatch.gateway.registry;

import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.limit.LimitScope;
import io.stackwatch.core.limit.LimitSource;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.registry.CemsDuty;
import io.stackwatch.core.registry.ControlZone;
import io.stackwatch.core.registry.DutyPause;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.IndustryCode;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Region;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.StandardCategory;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.gateway.records.StationSettings;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row of each kind of sheet made into the fact that it states. Cells that cannot be used are noted by the row, and the
 * answer is then empty.
 */
final class SheetFacts {

    private SheetFacts() {}

    /** An outlet with the factors that it must report. */
    record OutletRow(Outlet outlet, List<FactorCode> factors) {}

    /** A station with how it speaks. */
    record StationRow(Station station, StationSettings settings) {}

    static Optional<Region> region(SheetRow row) {
        Optional<RegionCode> code = row.value("code", "a code such as 371502", RegionCode::new);
        Optional<String> chinese = row.text("name_zh", "a name");
        Optional<String> english = row.text("name_en", "a name");
        Optional<Effective> effective = effective(row);
        Optional<Verification> mark = oneOf(row, "mark", Verification.class);
        Optional<RegionCode> parent = Optional.of(row.orEmpty("parent"))
                .filter(cell -> !cell.isEmpty())
                .map(RegionCode::new);
        Optional<RegionCode> predecessor = Optional.of(row.orEmpty("predecessor"))
                .filter(cell -> !cell.isEmpty())
                .map(RegionCode::new);
        return whole(code, chinese, english, effective, mark)
                ? Optional.of(new Region(
                        code.get(), chinese.get(), english.get(), parent, effective.get(), mark.get(), predecessor))
                : Optional.empty();
    }

    static Optional<Enterprise> enterprise(SheetRow row) {
        Optional<EnterpriseId> id = row.value("id", "an identity", EnterpriseId::new);
        Optional<String> name = row.text("name", "a name");
        Optional<RegionCode> region = row.value("region", "a division's code", RegionCode::new);
        Optional<Effective> effective = effective(row);
        return whole(id, name, region, effective)
                ? Optional.of(new Enterprise(id.get(), name.get(), region.get(), effective.get()))
                : Optional.empty();
    }

    static Optional<OutletRow> outlet(SheetRow row) {
        Optional<OutletId> id = row.value("id", "an identity such as DA001", OutletId::new);
        Optional<EnterpriseId> enterprise = row.value("enterprise", "an enterprise's id", EnterpriseId::new);
        Optional<String> name = row.text("name", "a name");
        Optional<IndustryCode> industry = row.value("industry", "GB/T 4754-2017, such as D4412", IndustryCode::new);
        Optional<List<FactorCode>> factors =
                row.value("factors", "factor codes separated by blanks", cell -> words(cell)
                        .map(FactorCode::new)
                        .toList());
        Optional<MinuteEvidence> evidence =
                oneOfOr(row, "minute_evidence", MinuteEvidence.class, MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED);
        Optional<Optional<ControlZone>> zone = row.valueOr(
                "control_zone",
                expected(ControlZone.class),
                Optional.empty(),
                cell -> Optional.of(ControlZone.valueOf(cell)));
        Optional<Effective> effective = effective(row);
        return whole(id, enterprise, name, industry, factors, evidence, zone, effective)
                ? Optional.of(new OutletRow(
                        new Outlet(
                                id.get(),
                                enterprise.get(),
                                name.get(),
                                industry.get(),
                                row.decimalIfAny("stack_height_m"),
                                zone.get(),
                                words(row.orEmpty("categories"))
                                        .map(StandardCategory::new)
                                        .collect(Collectors.toSet()),
                                evidence.get(),
                                effective.get()),
                        factors.get()))
                : Optional.empty();
    }

    static Optional<Limit> permit(SheetRow row) {
        Optional<LimitId> id = row.value("id", "an identity, one per entry and version", LimitId::new);
        Optional<OutletId> outlet = row.value("outlet", "an outlet's id", OutletId::new);
        Optional<FactorCode> factor = row.value("factor", "a factor code such as a21026", FactorCode::new);
        Optional<Concentration> allowed = row.value("limit_mg_m3", "a decimal above 0", SheetFacts::aboveZero);
        Optional<Optional<OxygenContent>> oxygen = row.valueOr(
                "reference_o2_pct",
                "empty or a decimal from 0 to below 21",
                Optional.empty(),
                cell -> Optional.of(SheetFacts.referenceOxygen(cell)));
        Optional<Averaging> averaging = oneOfOr(row, "averaging", Averaging.class, Averaging.HOUR);
        Optional<String> instrument = row.text("instrument", "the permit with its number");
        Optional<Verification> mark = oneOf(row, "mark", Verification.class);
        Optional<Effective> effective = effective(row);
        return whole(id, outlet, factor, allowed, oxygen, averaging, instrument, mark, effective)
                ? Optional.of(new Limit(
                        id.get(),
                        new LimitScope.OfOutlet(outlet.get()),
                        factor.get(),
                        allowed.get(),
                        oxygen.get(),
                        averaging.get(),
                        LimitSource.PERMIT,
                        instrument.get(),
                        row.orEmpty("clause"),
                        effective.get(),
                        mark.get()))
                : Optional.empty();
    }

    static Optional<CemsDuty> duty(SheetRow row) {
        Optional<OutletId> outlet = row.value("outlet", "an outlet's id", OutletId::new);
        Optional<CemsDuty.Basis> basis = oneOf(row, "basis", CemsDuty.Basis.class);
        Optional<String> document = row.text("document", "the document with its number");
        Optional<Verification> mark = oneOf(row, "mark", Verification.class);
        Optional<Effective> effective = effective(row);
        return whole(outlet, basis, document, mark, effective)
                ? Optional.of(new CemsDuty(outlet.get(), basis.get(), document.get(), mark.get(), effective.get()))
                : Optional.empty();
    }

    static Optional<DutyPause> pause(SheetRow row) {
        Optional<OutletId> outlet = row.value("outlet", "an outlet's id", OutletId::new);
        Optional<DutyPause.Kind> kind = oneOf(row, "kind", DutyPause.Kind.class);
        Optional<String> document = row.text("document", "the declaration or grant with its number");
        Optional<Effective> effective = effective(row);
        return whole(outlet, kind, document, effective)
                ? Optional.of(new DutyPause(outlet.get(), kind.get(), document.get(), effective.get()))
                : Optional.empty();
    }

    static Optional<Effective> effective(SheetRow row) {
        Optional<Instant> from = row.from();
        Optional<Instant> until = row.until(from);
        if (from.isEmpty() || (until.isPresent() && !until.get().isAfter(from.get()))) {
            return Optional.empty();
        }
        return Optional.of(new Effective(from.get(), until));
    }

    static boolean whole(Optional<?>... parts) {
        return Arrays.stream(parts).allMatch(Optional::isPresent);
    }

    static <E extends Enum<E>> Optional<E> oneOf(SheetRow row, String column, Class<E> type) {
        return row.value(column, expected(type), constant(type));
    }

    static <E extends Enum<E>> Optional<E> oneOfOr(SheetRow row, String column, Class<E> type, E whenEmpty) {
        return row.valueOr(column, expected(type), whenEmpty, constant(type));
    }

    private static <E extends Enum<E>> Function<String, E> constant(Class<E> type) {
        return cell -> Enum.valueOf(type, cell);
    }

    static <E extends Enum<E>> String expected(Class<E> type) {
        return "one of " + Arrays.toString(type.getEnumConstants());
    }

    private static Concentration aboveZero(String cell) {
        Concentration allowed = Concentration.of(shortEnough(cell));
        if (allowed.milligramsPerCubicMetre().signum() == 0) {
            throw new IllegalArgumentException(cell);
        }
        return allowed;
    }

    private static OxygenContent referenceOxygen(String cell) {
        OxygenContent oxygen = OxygenContent.of(shortEnough(cell));
        if (oxygen.percent().signum() < 0 || oxygen.compareTo(OxygenContent.of("21")) >= 0) {
            throw new IllegalArgumentException(cell);
        }
        return oxygen;
    }

    /** A number such as 1E999999999 is short and yet endless when printed. */
    private static String shortEnough(String cell) {
        if (!cell.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            throw new IllegalArgumentException(cell);
        }
        return cell;
    }

    static Stream<String> words(String cell) {
        return Arrays.stream(cell.split("\\s+", -1)).filter(word -> !word.isEmpty());
    }

    /** A whole number within bounds. */
    static Optional<Integer> number(SheetRow row, String column, int least, int most, int whenEmpty) {
        return row.valueOr(column, "a whole number from " + least + " to " + most, whenEmpty, cell -> {
            int number = Integer.parseInt(cell);
            if (number < least || number > most) {
                throw new IllegalArgumentException(cell);
            }
            return number;
        });
    }

    static boolean yes(String cell) {
        return switch (cell) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException(cell);
        };
    }
}
