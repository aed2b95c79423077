package io.stackwatch.gateway.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.stackwatch.core.enforcement.StepDecision;
import io.stackwatch.gateway.casework.ActAnswer;
import io.stackwatch.gateway.casework.ActCounts;
import io.stackwatch.gateway.casework.DeadlineSweep;
import java.util.function.ToDoubleFunction;

/** The figures of casework: acts that were kept and refused, by reason, and deadlines that were told. */
final class CaseworkMeters implements MeterBinder {

    private final ActCounts acts;
    private final DeadlineSweep sweep;

    CaseworkMeters(Casework casework) {
        this.acts = casework.stored().counts();
        this.sweep = casework.sweep();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("stackwatch.casework.acts", acts, ActCounts::kept)
                .description("acts in cases that were kept")
                .register(registry);
        for (StepDecision.Reason reason : StepDecision.Reason.values()) {
            refused(registry, reason.name(), counts -> counts.notTaken(reason));
        }
        for (ActAnswer.Reason reason : ActAnswer.Reason.values()) {
            refused(registry, reason.name(), counts -> counts.notKept(reason));
        }
        told(registry, "warned", "owners reminded of a deadline of a case", DeadlineSweep::warned);
        told(registry, "passed", "deadlines of cases that have passed", DeadlineSweep::passed);
        told(registry, "failed", "attempts to tell of a deadline that failed", DeadlineSweep::failed);
    }

    private void refused(MeterRegistry registry, String reason, ToDoubleFunction<ActCounts> reading) {
        FunctionCounter.builder("stackwatch.casework.refused", acts, reading)
                .tag("reason", reason)
                .description("acts in cases that were refused")
                .register(registry);
    }

    private void told(MeterRegistry registry, String figure, String text, ToDoubleFunction<DeadlineSweep> reading) {
        FunctionCounter.builder("stackwatch.casework.deadlines." + figure, sweep, reading)
                .description(text)
                .register(registry);
    }
}
