package io.stackwatch.core.exceedance;

import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.HourValidity;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.measurement.Validity;
import java.util.Optional;

/** A case, together with the parameters of its hour: what the guards look at. */
record Hearing(HourCase facts, HourParameters parameters, HourValidity validity) {

    Validity ofFactor() {
        return facts.report()
                .map(report -> validity.of(report.flag(), facts.minutes(), facts.minuteEvidence()))
                .orElseThrow(() -> new IllegalStateException("no report: an earlier guard must have stopped"));
    }

    Optional<Validity> ofOxygen() {
        return facts.oxygen().map(report -> validity.of(report.flag(), facts.oxygenMinutes(), facts.minuteEvidence()));
    }

    /** Whether the limit asks for conversion to a reference oxygen. */
    boolean converted() {
        return facts.limit().limit().flatMap(limit -> limit.referenceOxygen()).isPresent();
    }

    Optional<OxygenContent> oxygen() {
        return facts.oxygen()
                .flatMap(HourReport::avg)
                .map(ReportedNumber::number)
                .map(OxygenContent::new);
    }

    Basis basis() {
        if (!converted()) {
            return Basis.MEASURED;
        }
        return facts.report().flatMap(HourReport::zsAvg).isPresent() ? Basis.LOGGER_CONVERTED : Basis.RECOMPUTED;
    }

    /** The reported figure that the verdict rests on. */
    Optional<ReportedNumber> figure() {
        return facts.report().flatMap(basis() == Basis.LOGGER_CONVERTED ? HourReport::zsAvg : HourReport::avg);
    }
}
