package io.stackwatch.gateway.judgement;

import io.stackwatch.core.exceedance.InstrumentControl;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.quality.OutOfControl;
import io.stackwatch.core.quality.OutOfControlPeriod;
import io.stackwatch.core.quality.QaEvent;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.QaEventRecords;
import io.stackwatch.gateway.records.QaEventRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Checks of instruments as one transaction needs them, read once. In a city without them nothing is read but that there are
 * none.
 */
final class ControlShelf {

    private final Handle handle;
    private final Map<OutletId, List<QaEventRow>> rows = new HashMap<>();
    private final Map<OutletId, Known> known = new HashMap<>();
    private @Nullable Set<OutletId> checked;

    ControlShelf(Handle handle) {
        this.handle = handle;
    }

    /** What the checks that counted come to. */
    private record Known(List<QaEvent> events, OutOfControl control) {}

    /** Whether the instruments of an hour were in control, by what had been recorded at an instant. */
    InstrumentControl of(FactorHour hour, JudgementRules rules, Instant asOf) {
        if (checked == null) {
            checked = QaEventRecords.outlets(handle);
        }
        if (!checked.contains(hour.outlet())) {
            return InstrumentControl.NOTHING_AGAINST_IT;
        }
        OutOfControl control = control(hour.outlet(), rules, asOf);
        return new InstrumentControl(
                control.of(hour).map(OutOfControlPeriod::decidedBy),
                control.of(hour.of(FactorCode.OXYGEN)).map(OutOfControlPeriod::decidedBy));
    }

    private OutOfControl control(OutletId outlet, JudgementRules rules, Instant asOf) {
        List<QaEvent> events = rows.computeIfAbsent(outlet, one -> QaEventRecords.of(handle, one)).stream()
                .filter(row -> row.countsAt(asOf))
                .map(QaEventRow::event)
                .toList();
        Known last = known.get(outlet);
        if (last == null || !last.events().equals(events)) {
            last = new Known(events, OutOfControl.of(events, rules.checks(), rules.parameters()));
            known.put(outlet, last);
        }
        return last.control();
    }

    /** What was read is read again. */
    void forget() {
        rows.clear();
        known.clear();
        checked = null;
    }
}
