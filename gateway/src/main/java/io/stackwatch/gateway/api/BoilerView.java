package io.stackwatch.gateway.api;

import io.stackwatch.core.exceedance.RuleParameter;
import io.stackwatch.core.registry.Boiler;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.core.transmission.BoilerDuty;
import io.stackwatch.gateway.plant.BoilerFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A boiler as the interface shows it. */
record BoilerView(
        String id,
        String name,
        String enterprise,
        Optional<String> enterpriseName,
        Optional<String> region,
        String steamTonsPerHour,
        Boiler.Fuel fuel,
        Boiler.Fate fate,
        String document,
        Verification mark,
        Optional<String> ultraLowAcceptedOn,
        Optional<String> networkedOn,
        Optional<String> removalEvidence,
        boolean mustBeOnline,
        BoilerDuty.Duty duty,
        Optional<Threshold> threshold,
        boolean online,
        BoilerDuty.Line line,
        Optional<OutletId> outlet,
        Optional<Mn> station,
        Optional<Instant> heardAt) {

    /** From which size on a kept coal boiler must be on line, since when, and who says so. */
    record Threshold(String steamTonsPerHour, Instant since, String source, Verification mark) {

        static Threshold of(RuleParameter row) {
            return new Threshold(row.value(), row.effective().from(), row.source(), row.mark());
        }
    }

    static BoilerView of(BoilerFile file) {
        Boiler boiler = file.boiler();
        return new BoilerView(
                boiler.id().value(),
                boiler.name(),
                boiler.enterprise().value(),
                file.enterprise().map(Enterprise::name),
                file.enterprise().map(enterprise -> enterprise.region().value()),
                boiler.steamTonsPerHour().toPlainString(),
                boiler.fuel(),
                boiler.fate(),
                boiler.document(),
                boiler.mark(),
                boiler.history().ultraLowAcceptedOn().map(LocalDate::toString),
                boiler.history().networkedOn().map(LocalDate::toString),
                boiler.history().removalEvidence(),
                file.answer().mustBeOnline(),
                file.answer().duty(),
                file.threshold().map(Threshold::of),
                file.answer().online(),
                file.answer().line(),
                boiler.outlet(),
                file.station(),
                file.heardAt());
    }
}
