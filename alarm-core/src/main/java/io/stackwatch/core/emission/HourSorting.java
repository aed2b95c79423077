package io.stackwatch.core.emission;

import io.stackwatch.core.emission.HourEmission.Absent;
import io.stackwatch.core.emission.HourEmission.Measured;
import io.stackwatch.core.emission.HourEmission.Reason;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.quality.OutOfControl;
import io.stackwatch.core.quality.OutOfControlPeriod;
import io.stackwatch.core.transmission.Due;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an hour is before anything stands in its place: measured, in control and not marked, lost, or nothing to measure. A
 * measured hour counts also in a stop that was accepted: what came out came out.
 */
final class HourSorting {

    private final OutOfControl control;

    HourSorting(OutOfControl control) {
        this.control = control;
    }

    /**
     * An hour, sorted.
     *
     * @param before measured, or absent without a substitute
     * @param period the period out of control that it lies in, if it does
     */
    record Sorted(HourFact fact, HourEmission before, Optional<OutOfControlPeriod> period) {

        boolean lost() {
            return before.match(m -> false, s -> false, absent -> absent.why().lost());
        }

        Optional<Measured> measured() {
            return before.match(Optional::of, s -> Optional.empty(), a -> Optional.empty());
        }

        boolean stopped() {
            return fact.due().whyNot().filter(Due.Reason.STOPPED::equals).isPresent();
        }
    }

    Sorted sort(HourFact fact) {
        Optional<Measured> measured = fact.recorded()
                .flatMap(emission -> emission.match(Optional::of, s -> Optional.empty(), a -> Optional.empty()));
        Optional<OutOfControlPeriod> period =
                control.of(fact.hour()).or(() -> measured.flatMap(mass -> ofFlow(fact, mass)));
        if (measured.isPresent()) {
            return period.isPresent()
                    ? new Sorted(fact, outOfControl(period.get()), period)
                    : new Sorted(fact, marked(fact, measured.get()).orElse(measured.get()), Optional.empty());
        }
        Optional<HourEmission> nothing = nothingToMeasure(fact);
        if (nothing.isPresent()) {
            return new Sorted(fact, nothing.get(), Optional.empty());
        }
        HourEmission absent = period.<HourEmission>map(HourSorting::outOfControl)
                .or(fact::recorded)
                .orElseGet(() -> Absent.because(Reason.NOT_RECEIVED, ""));
        return new Sorted(fact, absent, period);
    }

    private Optional<OutOfControlPeriod> ofFlow(HourFact fact, Measured measured) {
        List<FactorCode> instruments = FlueFactors.of(measured.basis());
        return instruments.stream()
                .flatMap(factor -> control.of(fact.hour().of(factor)).stream())
                .findFirst();
    }

    /** What a mark of the instrument or of one of the flow makes of a measured hour; empty if none takes it. */
    private static Optional<HourEmission> marked(HourFact fact, Measured measured) {
        List<FactorCode> instruments = new ArrayList<>();
        instruments.add(fact.hour().factor());
        instruments.addAll(FlueFactors.of(measured.basis()));
        return fact.marked().first(instruments).map(marks -> nothingToMeasure(fact)
                .orElse(Absent.because(Reason.MARKED_EQUIPMENT, marks)));
    }

    private static Absent outOfControl(OutOfControlPeriod period) {
        return Absent.because(Reason.OUT_OF_CONTROL, period.decidedBy());
    }

    private static Optional<HourEmission> nothingToMeasure(HourFact fact) {
        Optional<HourEmission> notDue = fact.due().match(yes -> Optional.empty(), no -> switch (no.reason()) {
            case STOPPED -> Optional.of(Absent.because(Reason.STOPPED, no.document()));
            case NOT_REGISTERED, NOT_CONNECTED, NOT_ASSESSED ->
                Optional.of(Absent.because(Reason.NOT_WATCHED, no.reason().name()));
            // each forgives that nothing was sent, not what was let out meanwhile
            case EXEMPT, STANDARD_CHECK, OWN_OUTAGE -> Optional.empty();
        });
        return notDue.isEmpty() && !fact.over() && fact.recorded().isEmpty()
                ? Optional.of(Absent.because(Reason.NOT_YET, ""))
                : notDue;
    }
}
