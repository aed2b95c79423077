package io.stackwatch.gateway.counting;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.quality.OutOfControl;
import io.stackwatch.core.quality.OutOfControlPeriod;
import io.stackwatch.core.quality.QaRule;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.Circumstance;
import io.stackwatch.gateway.records.QaEventRecords;
import io.stackwatch.gateway.records.QaEventRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * When instruments were out of control (失控), by their recorded checks: whole hours, because an hour is lost only if more of it
 * is than an hour can lose. A loss counts from when its failing check was recorded; a check that was withdrawn never was.
 * Immutable; safe to share.
 */
public final class LossesOfControl {

    private static final Duration HOUR = Duration.ofHours(1);

    private final QaRule rule;
    private final RuleParameters parameters;

    public LossesOfControl(QaRule rule, RuleParameters parameters) {
        this.rule = rule;
        this.parameters = parameters;
    }

    List<Circumstances.Held> of(Handle handle, OutletId outlet, Window period) {
        List<QaEventRow> rows = QaEventRecords.of(handle, outlet).stream()
                .filter(QaEventRow::counts)
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, Instant> recorded = new HashMap<>();
        rows.forEach(row -> recorded.put(row.event().number(), row.act().at()));
        OutOfControl control =
                OutOfControl.of(rows.stream().map(QaEventRow::event).toList(), rule, parameters);
        List<Circumstances.Held> held = new ArrayList<>();
        control.periods().stream()
                .filter(loss -> !loss.overlap(period).isZero())
                .map(loss -> loss.subject().factor())
                .distinct()
                .forEach(factor -> held.addAll(hours(control, outlet, factor, period, recorded)));
        return held;
    }

    private static List<Circumstances.Held> hours(
            OutOfControl control, OutletId outlet, FactorCode factor, Window period, Map<Long, Instant> recorded) {
        List<Circumstances.Held> held = new ArrayList<>();
        Optional<Run> run = Optional.empty();
        for (Instant start = period.start(); start.isBefore(period.end()); start = start.plus(HOUR)) {
            Optional<OutOfControlPeriod> loss = control.of(new FactorHour(outlet, factor, start));
            if (run.isPresent() && run.map(Run::loss).equals(loss)) {
                run = run.map(Run::longer);
                continue;
            }
            run.ifPresent(done -> held.add(done.held(factor, recorded)));
            Instant first = start;
            run = loss.map(known -> new Run(known, first, first.plus(HOUR)));
        }
        run.ifPresent(done -> held.add(done.held(factor, recorded)));
        return held;
    }

    /** Hours without a hole that one loss takes. */
    private record Run(OutOfControlPeriod loss, Instant start, Instant end) {

        Run longer() {
            return new Run(loss, start, end.plus(HOUR));
        }

        Circumstances.Held held(FactorCode factor, Map<Long, Instant> recorded) {
            Instant known =
                    recorded.getOrDefault(loss.failed().number(), loss.failed().at());
            return new Circumstances.Held(
                    Optional.of(factor),
                    new Circumstance(
                            Circumstance.Kind.OUT_OF_CONTROL,
                            "check " + loss.failed().number(),
                            new Window(start, end),
                            Effective.since(known)));
        }
    }
}
