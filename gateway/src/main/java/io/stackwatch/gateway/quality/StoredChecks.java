package io.stackwatch.gateway.quality;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.quality.CheckCalendar;
import io.stackwatch.core.quality.OutOfControl;
import io.stackwatch.core.quality.QaEvent;
import io.stackwatch.core.quality.QaRule;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.ActTable;
import io.stackwatch.gateway.records.QaEventRecords;
import io.stackwatch.gateway.records.QaEventRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.trail.ToldActs;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Checks from the records. */
public final class StoredChecks implements QaDesk {

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final QaRule rule;
    private final RuleParameters parameters;
    private final Clock clock;

    public StoredChecks(
            RecordStore store,
            Supplier<RegistrySnapshot> registry,
            QaRule rule,
            RuleParameters parameters,
            Clock clock) {
        this.store = store;
        this.registry = registry;
        this.rule = rule;
        this.parameters = parameters;
        this.clock = clock;
    }

    @Override
    public List<QaFile> events(OutletId outlet, Optional<FactorCode> factor, int limit) {
        List<QaEventRow> rows = new ArrayList<>(store.read(handle -> QaEventRecords.of(handle, outlet)));
        Collections.reverse(rows);
        return rows.stream()
                .filter(row ->
                        factor.map(row.event().subject().factor()::equals).orElse(true))
                .limit(limit)
                .map(this::file)
                .toList();
    }

    @Override
    public Recorded record(QaEvent draft, Act act) {
        Optional<Refused> refused = refused(draft);
        if (refused.isPresent()) {
            return new Recorded(Optional.empty(), refused);
        }
        Optional<QaEventRow> kept = store.write(handle -> {
            if (QaEventRecords.counting(handle, draft.subject(), draft.at()).isPresent()) {
                return Optional.empty();
            }
            QaEventRow row = QaEventRecords.add(handle, draft, act, rule);
            ToldActs.tell(handle, ActTable.CHECK, row.event().number());
            return Optional.of(row);
        });
        return new Recorded(
                kept.map(this::file), kept.isPresent() ? Optional.empty() : Optional.of(Refused.ALREADY_RECORDED));
    }

    private Optional<Refused> refused(QaEvent draft) {
        if (!registry.get().registry().outletIds().contains(draft.subject().outlet())) {
            return Optional.of(Refused.NO_SUCH_OUTLET);
        }
        if (rule.measurands().of(draft.subject().factor()).isEmpty()) {
            return Optional.of(Refused.NO_SUCH_MEASURAND);
        }
        return draft.at().isAfter(clock.instant()) ? Optional.of(Refused.FROM_THE_FUTURE) : Optional.empty();
    }

    @Override
    public Optional<QaFile> withdraw(long number, Act act) {
        Optional<QaEventRow> withdrawn = store.write(handle -> {
            Optional<QaEventRow> row = QaEventRecords.withdraw(handle, number, act, rule);
            row.ifPresent(done -> ToldActs.tell(handle, ActTable.CHECK_WITHDRAWAL, number));
            return row;
        });
        return withdrawn.map(this::file);
    }

    @Override
    public OutOfControl control(OutletId outlet) {
        return OutOfControl.of(store.read(handle -> QaEventRecords.counting(handle, outlet)), rule, parameters);
    }

    @Override
    public QaStanding standing(OutletId outlet) {
        Instant now = clock.instant();
        List<QaEvent> events = store.read(handle -> QaEventRecords.counting(handle, outlet));
        return new QaStanding(
                OutOfControl.of(events, rule, parameters).periods(),
                new CheckCalendar(rule).of(outlet, registry.get().dueHours().factorsAt(outlet, now), events, now));
    }

    private QaFile file(QaEventRow row) {
        return new QaFile(row, rule.of(row.event()));
    }
}
