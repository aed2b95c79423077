package io.stackwatch.gateway.records;

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
import io.stackwatch.core.registry.RegistryRows;
import io.stackwatch.core.registry.StandardCategory;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.core.transmission.AssessedFactor;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What officers have registered, as rows. A row with a known key is corrected, any other is added; none is removed. */
public final class RegistryRecords {

    private RegistryRecords() {}

    /** Everything, in the order of the keys. */
    public static RegisteredFacts load(Handle handle) {
        List<Outlet> outlets = new ArrayList<>();
        List<AssessedFactor> assessed = new ArrayList<>();
        handle.createQuery("SELECT * FROM outlet ORDER BY id, valid_from")
                .map((row, context) -> outlets.add(outlet(row, assessed)))
                .list();
        List<Station> stations = new ArrayList<>();
        List<StationSettings> settings = new ArrayList<>();
        handle.createQuery("SELECT * FROM station ORDER BY mn, valid_from")
                .map((row, context) -> stations.add(StationRows.read(row, settings)))
                .list();
        RegistryRows rows = new RegistryRows(
                handle.createQuery("SELECT * FROM region ORDER BY code, valid_from")
                        .map((row, context) -> region(row))
                        .list(),
                handle.createQuery("SELECT * FROM enterprise ORDER BY id, valid_from")
                        .map((row, context) -> enterprise(row))
                        .list(),
                outlets,
                stations,
                handle.createQuery("SELECT * FROM cems_duty ORDER BY outlet, valid_from")
                        .map((row, context) -> duty(row))
                        .list(),
                handle.createQuery("SELECT * FROM duty_pause ORDER BY outlet, valid_from")
                        .map((row, context) -> pause(row))
                        .list());
        List<Limit> permits = handle.createQuery("SELECT * FROM permit ORDER BY id")
                .map((row, context) -> permit(row))
                .list();
        return new RegisteredFacts(
                rows,
                assessed,
                settings,
                permits,
                PlantRecords.load(handle),
                EmissionRegistryRecords.load(handle),
                RangeRecords.load(handle));
    }

    /** Takes rows over: those with a known key are corrected, the others are added. */
    public static void save(Handle handle, RegisteredFacts facts) {
        saveRegions(handle, facts.rows().regions());
        saveEnterprises(handle, facts.rows().enterprises());
        saveOutlets(handle, facts);
        StationRows.save(handle, facts);
        savePermits(handle, facts.permits());
        saveDuties(handle, facts.rows().duties());
        savePauses(handle, facts.rows().pauses());
        PlantRecords.save(handle, facts.plant());
        EmissionRegistryRecords.save(handle, facts.emission());
        RangeRecords.save(handle, facts.ranges());
    }

    private static void saveRegions(Handle handle, List<Region> regions) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO region (code, name_zh, name_en, parent, valid_from, valid_until, mark, predecessor)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (code, valid_from) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
                  parent = excluded.parent, valid_until = excluded.valid_until, mark = excluded.mark,
                  predecessor = excluded.predecessor""")) {
            for (Region region : regions) {
                batch.add(
                        region.code().value(),
                        region.chineseName(),
                        region.englishName(),
                        region.parent().map(RegionCode::value).orElse(null),
                        from(region.effective()),
                        until(region.effective()),
                        region.mark().name(),
                        region.predecessor().map(RegionCode::value).orElse(null));
            }
            batch.execute();
        }
    }

    private static void saveEnterprises(Handle handle, List<Enterprise> enterprises) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO enterprise (id, name, region, valid_from, valid_until) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (id, valid_from) DO UPDATE SET name = excluded.name, region = excluded.region,
                  valid_until = excluded.valid_until""")) {
            for (Enterprise enterprise : enterprises) {
                batch.add(
                        enterprise.id().value(),
                        enterprise.name(),
                        enterprise.region().value(),
                        from(enterprise.effective()),
                        until(enterprise.effective()));
            }
            batch.execute();
        }
    }

    private static void saveOutlets(Handle handle, RegisteredFacts facts) {
        Map<OutletId, List<AssessedFactor>> assessed =
                facts.assessed().stream().collect(Collectors.groupingBy(AssessedFactor::outlet));
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO outlet (id, enterprise, name, industry, stack_height_m, control_zone, categories, factors,
                  minute_evidence, valid_from, valid_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id, valid_from) DO UPDATE SET enterprise = excluded.enterprise, name = excluded.name,
                  industry = excluded.industry, stack_height_m = excluded.stack_height_m,
                  control_zone = excluded.control_zone, categories = excluded.categories,
                  factors = excluded.factors, minute_evidence = excluded.minute_evidence,
                  valid_until = excluded.valid_until""")) {
            for (Outlet outlet : facts.rows().outlets()) {
                String factors = assessed.getOrDefault(outlet.id(), List.of()).stream()
                        .filter(factor -> factor.effective().equals(outlet.effective()))
                        .map(factor -> factor.factor().value())
                        .collect(Collectors.joining(" "));
                batch.add(
                        outlet.id().value(),
                        outlet.enterprise().value(),
                        outlet.name(),
                        outlet.industry().value(),
                        outlet.stackHeightMetres()
                                .map(BigDecimal::toPlainString)
                                .orElse(null),
                        outlet.zone().map(ControlZone::name).orElse(null),
                        outlet.categories().stream()
                                .map(StandardCategory::value)
                                .sorted()
                                .collect(Collectors.joining(" ")),
                        factors,
                        outlet.minuteEvidence().name(),
                        from(outlet.effective()),
                        until(outlet.effective()));
            }
            batch.execute();
        }
    }

    private static void savePermits(Handle handle, List<Limit> permits) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO permit (id, outlet, factor, limit_mg_m3, reference_o2, averaging, instrument, clause,
                  valid_from, valid_until, mark)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET outlet = excluded.outlet, factor = excluded.factor,
                  limit_mg_m3 = excluded.limit_mg_m3, reference_o2 = excluded.reference_o2,
                  averaging = excluded.averaging, instrument = excluded.instrument, clause = excluded.clause,
                  valid_from = excluded.valid_from, valid_until = excluded.valid_until, mark = excluded.mark""")) {
            for (Limit permit : permits) {
                batch.add(
                        permit.id().value(),
                        permit.scope().<String>match(only -> only.outlet().value(), RegistryRecords::refuse),
                        permit.factor().value(),
                        permit.allowed().milligramsPerCubicMetre().toPlainString(),
                        permit.referenceOxygen()
                                .map(oxygen -> oxygen.percent().toPlainString())
                                .orElse(null),
                        permit.averaging().name(),
                        permit.instrument(),
                        permit.clause(),
                        from(permit.effective()),
                        until(permit.effective()),
                        permit.mark().name());
            }
            batch.execute();
        }
    }

    private static String refuse(LimitScope.OfCategory category) {
        throw new IllegalArgumentException("a permit is of one outlet, not of " + category.category());
    }

    private static void saveDuties(Handle handle, List<CemsDuty> duties) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO cems_duty (outlet, basis, document, valid_from, valid_until, mark) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (outlet, valid_from) DO UPDATE SET basis = excluded.basis, document = excluded.document,
                  valid_until = excluded.valid_until, mark = excluded.mark""")) {
            for (CemsDuty duty : duties) {
                batch.add(
                        duty.outlet().value(),
                        duty.basis().name(),
                        duty.document(),
                        from(duty.effective()),
                        until(duty.effective()),
                        duty.mark().name());
            }
            batch.execute();
        }
    }

    private static void savePauses(Handle handle, List<DutyPause> pauses) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO duty_pause (outlet, kind, document, valid_from, valid_until) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (outlet, valid_from) DO UPDATE SET kind = excluded.kind, document = excluded.document,
                  valid_until = excluded.valid_until""")) {
            for (DutyPause pause : pauses) {
                batch.add(
                        pause.outlet().value(),
                        pause.kind().name(),
                        pause.document(),
                        from(pause.effective()),
                        until(pause.effective()));
            }
            batch.execute();
        }
    }

    private static long from(Effective effective) {
        return effective.from().toEpochMilli();
    }

    private static @Nullable Long until(Effective effective) {
        return Sql.millis(effective.until());
    }

    private static Region region(ResultSet row) throws SQLException {
        return new Region(
                new RegionCode(row.getString("code")),
                row.getString("name_zh"),
                row.getString("name_en"),
                Sql.optionalText(row, "parent").map(RegionCode::new),
                Sql.effective(row),
                Verification.valueOf(row.getString("mark")),
                Sql.optionalText(row, "predecessor").map(RegionCode::new));
    }

    private static Enterprise enterprise(ResultSet row) throws SQLException {
        return new Enterprise(
                new EnterpriseId(row.getString("id")),
                row.getString("name"),
                new RegionCode(row.getString("region")),
                Sql.effective(row));
    }

    private static Outlet outlet(ResultSet row, List<AssessedFactor> assessed) throws SQLException {
        Outlet outlet = new Outlet(
                new OutletId(row.getString("id")),
                new EnterpriseId(row.getString("enterprise")),
                row.getString("name"),
                new IndustryCode(row.getString("industry")),
                Sql.optionalText(row, "stack_height_m").map(BigDecimal::new),
                Sql.optionalText(row, "control_zone").map(ControlZone::valueOf),
                words(row.getString("categories")).map(StandardCategory::new).collect(Collectors.toSet()),
                MinuteEvidence.valueOf(row.getString("minute_evidence")),
                Sql.effective(row));
        words(row.getString("factors"))
                .forEach(code ->
                        assessed.add(new AssessedFactor(outlet.id(), new FactorCode(code), outlet.effective())));
        return outlet;
    }

    private static CemsDuty duty(ResultSet row) throws SQLException {
        return new CemsDuty(
                new OutletId(row.getString("outlet")),
                CemsDuty.Basis.valueOf(row.getString("basis")),
                row.getString("document"),
                Verification.valueOf(row.getString("mark")),
                Sql.effective(row));
    }

    private static DutyPause pause(ResultSet row) throws SQLException {
        return new DutyPause(
                new OutletId(row.getString("outlet")),
                DutyPause.Kind.valueOf(row.getString("kind")),
                row.getString("document"),
                Sql.effective(row));
    }

    private static Limit permit(ResultSet row) throws SQLException {
        return new Limit(
                new LimitId(row.getString("id")),
                new LimitScope.OfOutlet(new OutletId(row.getString("outlet"))),
                new FactorCode(row.getString("factor")),
                Concentration.of(row.getString("limit_mg_m3")),
                Sql.optionalText(row, "reference_o2").map(OxygenContent::of),
                Averaging.valueOf(row.getString("averaging")),
                LimitSource.PERMIT,
                row.getString("instrument"),
                row.getString("clause"),
                Sql.effective(row),
                Verification.valueOf(row.getString("mark")));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty());
    }
}
