package io.stackwatch.gateway.emission;

import io.stackwatch.core.emission.FlueFactors;
import io.stackwatch.core.emission.TakenByMarks;
import io.stackwatch.core.marking.MarkFile;
import io.stackwatch.core.marking.MarksInForce;
import io.stackwatch.core.marking.MarksKnown;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Mark;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.Due;
import io.stackwatch.gateway.records.MarkRecords;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The marks of an outlet as its account needs them: stops that ended the duty, and equipment marks that took instruments away, by
 * what had been filed and decided at an instant.
 */
final class MarkedInstruments {

    private final Optional<MarksInForce> marks;
    private final EmissionRules rules;

    private MarkedInstruments(Optional<MarksInForce> marks, EmissionRules rules) {
        this.marks = marks;
        this.rules = rules;
    }

    /** @param from marks that end before it do not matter */
    static MarkedInstruments load(Handle handle, OutletId outlet, Instant from, EmissionRules rules, Instant asOf) {
        List<MarkFile> files = MarkRecords.of(handle, outlet, from);
        return new MarkedInstruments(
                files.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new MarksInForce(
                                rules.marks(), new MarksKnown(files, List.of(), List.of(), List.of()), asOf)),
                rules);
    }

    /** Whether an hour had to be sent, given what the registry says. */
    Due duty(FactorHour hour, Due registered, boolean received) {
        return marks.map(known -> known.duty(hour, registered, received)).orElse(registered);
    }

    /** Which of the instruments that the hour's mass is made with marks take away. */
    TakenByMarks of(FactorHour hour) {
        return marks.map(known -> taken(known, hour)).orElse(TakenByMarks.NOTHING);
    }

    private TakenByMarks taken(MarksInForce known, FactorHour hour) {
        Map<FactorCode, List<Mark>> touching = new HashMap<>();
        touching.put(hour.factor(), known.equipmentMarks(hour));
        FlueFactors.ALL.forEach(factor -> touching.put(factor, known.equipmentMarks(hour.of(factor))));
        return TakenByMarks.of(hour, touching, rules.parameters());
    }
}
