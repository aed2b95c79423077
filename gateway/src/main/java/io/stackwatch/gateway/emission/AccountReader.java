package io.stackwatch.gateway.emission;

import io.stackwatch.core.emission.EmissionAccount;
import io.stackwatch.core.emission.HourEmission;
import io.stackwatch.core.emission.HourFact;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.quality.OutOfControl;
import io.stackwatch.core.quality.Quarter;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.Due;
import io.stackwatch.gateway.records.EmissionHourRecords;
import io.stackwatch.gateway.records.EmissionHourRow;
import io.stackwatch.gateway.records.QaEventRecords;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Reads the hours that the account of an outlet and factor needs and has it made. For one transaction, not safe to share.
 *
 * <p>Needed are every hour of the quarters that the period touches (capture rate), every hour of the quarter before (how long
 * a loss is that reaches into the period), and the valid hours before that which a row of the table may look at.
 */
final class AccountReader {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Handle handle;
    private final RegistrySnapshot registry;
    private final EmissionRules rules;
    private final Instant asOf;
    private final Map<OutletId, OutOfControl> control = new HashMap<>();

    /** @param asOf how far the records have come: hours behind it are not looked at */
    AccountReader(Handle handle, RegistrySnapshot registry, EmissionRules rules, Instant asOf) {
        this.handle = handle;
        this.registry = registry;
        this.rules = rules;
        this.asOf = asOf;
    }

    /** An account, and the rows that it was made of. */
    record Read(EmissionAccount account, Map<Instant, EmissionHourRow> rows) {}

    Read read(OutletId outlet, FactorCode factor, Window period) {
        Instant firstQuarter = Quarter.containing(period.start()).window().start();
        Instant from = Quarter.containing(firstQuarter.minusSeconds(1)).window().start();
        Instant lastQuarter =
                Quarter.containing(period.end().minusNanos(1)).window().end();
        Instant now = Window.hourContaining(asOf, LegalTime.ZONE).start();
        Instant until = lastQuarter.isBefore(now) ? lastQuarter : now;
        Map<Instant, EmissionHourRow> rows = new HashMap<>();
        List<HourFact> facts = new ArrayList<>();
        List<EmissionHourRow> before =
                EmissionHourRecords.measuredBefore(handle, outlet, factor, from, rules.farthestLook());
        Instant first =
                before.isEmpty() ? from : before.get(before.size() - 1).hour().start();
        MarkedInstruments marks = MarkedInstruments.load(handle, outlet, first, rules, asOf);
        for (EmissionHourRow row : before) {
            facts.add(new HourFact(row.hour(), new Due.Yes(), Optional.of(row.emission()), true, marks.of(row.hour())));
        }
        EmissionHourRecords.ofFactor(handle, outlet, factor, from, until)
                .forEach(row -> rows.put(row.hour().start(), row));
        Duration grace = rules.parameters().duration("receipt.grace", period.start());
        for (Instant start = from; start.isBefore(until); start = start.plus(HOUR)) {
            FactorHour hour = new FactorHour(outlet, factor, start);
            Optional<HourEmission> recorded =
                    Optional.ofNullable(rows.get(start)).map(EmissionHourRow::emission);
            boolean over = !hour.end().plus(grace).isAfter(asOf);
            Due due = marks.duty(hour, registry.dueHours().of(hour), recorded.isPresent());
            facts.add(new HourFact(hour, due, recorded, over, marks.of(hour)));
        }
        return new Read(rules.substitution().account(facts, controlOf(outlet)), rows);
    }

    private OutOfControl controlOf(OutletId outlet) {
        return control.computeIfAbsent(
                outlet,
                one -> OutOfControl.of(QaEventRecords.counting(handle, one), rules.checks(), rules.parameters()));
    }
}
