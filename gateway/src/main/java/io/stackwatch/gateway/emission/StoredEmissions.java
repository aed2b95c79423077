package io.stackwatch.gateway.emission;

import io.stackwatch.core.emission.EmissionAccount;
import io.stackwatch.core.emission.EmissionTotal;
import io.stackwatch.core.emission.TotalDecision;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.quality.CaptureRate;
import io.stackwatch.core.quality.Quarter;
import io.stackwatch.core.quality.Sufficiency;
import io.stackwatch.core.quality.ValidTime;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.emission.EmissionFile.Line;
import io.stackwatch.gateway.emission.EmissionFile.Part;
import io.stackwatch.gateway.emission.EmissionFile.Sum;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.EmissionHourRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Totals from the recorded hours, the checks and the registry; one outlet and factor after the other. */
public final class StoredEmissions implements EmissionDesk {

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final EmissionRules rules;
    private final String cursor;

    /** @param cursor name of the cursor that records hours: its place says how far they have come */
    public StoredEmissions(RecordStore store, Supplier<RegistrySnapshot> registry, EmissionRules rules, String cursor) {
        this.store = store;
        this.registry = registry;
        this.rules = rules;
        this.cursor = cursor;
    }

    @Override
    public Optional<EmissionFile> totals(EmissionScope scope, EmissionPeriod period, EmissionPeriod.Split split) {
        RegistrySnapshot snapshot = registry.get();
        Instant asOf = asOf();
        List<OutletId> outlets = scope.outlets(snapshot.registry(), period.window(), asOf);
        if (outlets.isEmpty()) {
            return Optional.empty();
        }
        List<EmissionPeriod> parts = period.parts(split);
        List<Sum> sums = new ArrayList<>();
        for (FactorCode factor : rules.factors().factors()) {
            SumMaker sum = new SumMaker(factor, parts);
            for (OutletId outlet : outlets) {
                // a transaction for each: a division of many outlets must not hold one long enough to stop the log from
                // shrinking
                store.read(handle -> {
                    if (counts(handle, snapshot, outlet, factor, period.window())) {
                        sum.add(outlet, reader(handle, snapshot, asOf).read(outlet, factor, period.window()), period);
                    }
                    return sum;
                });
            }
            sum.made().ifPresent(sums::add);
        }
        return Optional.of(new EmissionFile(scope, period, asOf, sums));
    }

    /** Whether a factor is or was on the outlet's list in the period, or was reported all the same. */
    private static boolean counts(
            Handle handle, RegistrySnapshot snapshot, OutletId outlet, FactorCode factor, Window period) {
        boolean listed = snapshot.facts().assessed().stream()
                .anyMatch(assessed -> assessed.outlet().equals(outlet)
                        && assessed.factor().equals(factor)
                        && assessed.effective().from().isBefore(period.end())
                        && assessed.effective()
                                .until()
                                .map(period.start()::isBefore)
                                .orElse(true));
        return listed
                || EmissionHourRecords.factors(handle, outlet, period.start(), period.end())
                        .contains(factor);
    }

    private AccountReader reader(Handle handle, RegistrySnapshot snapshot, Instant asOf) {
        return new AccountReader(handle, snapshot, rules, asOf);
    }

    private Instant asOf() {
        return store.read(handle -> CursorPlace.find(handle, cursor))
                .map(CursorPlace::asOf)
                .orElse(Instant.EPOCH);
    }

    @Override
    public List<EmissionHour> hours(OutletId outlet, FactorCode factor, Window period) {
        RegistrySnapshot snapshot = registry.get();
        Instant asOf = asOf();
        AccountReader.Read read =
                store.read(handle -> reader(handle, snapshot, asOf).read(outlet, factor, period));
        return read.account().hours().stream()
                .filter(hour -> period.contains(hour.hour().start()))
                .map(hour -> new EmissionHour(
                        hour, Optional.ofNullable(read.rows().get(hour.hour().start()))))
                .toList();
    }

    @Override
    public List<TotalDecision> permitted(EnterpriseId enterprise) {
        UsedTotals used = new UsedTotals(store, registry.get(), rules, asOf());
        return used.begun().stream()
                .filter(permitted -> permitted.enterprise().equals(enterprise))
                .map(used::of)
                .toList();
    }

    /** Adds up the outlets of one factor. */
    private final class SumMaker {

        private final FactorCode factor;
        private final List<EmissionPeriod> parts;
        private final List<EmissionTotal> ofParts = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private EmissionTotal total = EmissionTotal.NOTHING;

        SumMaker(FactorCode factor, List<EmissionPeriod> parts) {
            this.factor = factor;
            this.parts = parts;
            parts.forEach(part -> ofParts.add(EmissionTotal.NOTHING));
        }

        void add(OutletId outlet, AccountReader.Read read, EmissionPeriod period) {
            EmissionTotal own = read.account().in(period.window());
            total = total.plus(own);
            for (int i = 0; i < parts.size(); i++) {
                ofParts.set(
                        i, ofParts.get(i).plus(read.account().in(parts.get(i).window())));
            }
            List<CaptureRate.Answer> capture = read.account().capture().entrySet().stream()
                    .filter(entry -> touches(entry.getKey(), period.window()))
                    .map(entry -> entry.getValue().in(entry.getKey(), rules.parameters()))
                    .toList();
            lines.add(new Line(outlet, own, capture, sufficiency(read.account(), period)));
        }

        private Optional<Sufficiency> sufficiency(EmissionAccount account, EmissionPeriod period) {
            ValidTime rule = new ValidTime(rules.parameters());
            return period.day().map(day -> account.sufficiency(day, rule)).or(() -> period.month()
                    .map(month -> account.sufficiency(month, rule)));
        }

        private boolean touches(Quarter quarter, Window period) {
            return !quarter.window().overlap(period).isZero();
        }

        Optional<Sum> made() {
            List<Part> made = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                made.add(new Part(parts.get(i), ofParts.get(i)));
            }
            return lines.isEmpty() ? Optional.empty() : Optional.of(new Sum(factor, total, made, lines));
        }
    }
}
