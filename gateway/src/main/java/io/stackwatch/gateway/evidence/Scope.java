package io.stackwatch.gateway.evidence;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.CaseFile;
import io.stackwatch.gateway.records.VerdictRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/**
 * What a package is about: the hours of one case, as they were when it was opened and as they are now.
 *
 * @param file the candidate case
 * @param registry who was watched
 * @param now when the package is made
 */
record Scope(CaseFile file, RegistrySnapshot registry, Instant now) {

    OutletId outlet() {
        return file.row().outlet();
    }

    FactorCode factor() {
        return file.row().factor();
    }

    /** The starts of its hours, in order, also of those that changed later. */
    List<Instant> hours() {
        TreeSet<Instant> hours = new TreeSet<>();
        file.hours().forEach(row -> hours.add(row.hour().start()));
        file.events().forEach(event -> event.hour().map(VerdictRow::hour).ifPresent(hour -> hours.add(hour.start())));
        return List.copyOf(hours);
    }

    /** The factor that is judged, and the oxygen that it is converted with. */
    List<FactorCode> factors() {
        return factor().equals(FactorCode.OXYGEN) ? List.of(factor()) : List.of(factor(), FactorCode.OXYGEN);
    }

    FactorHour hour(Instant start, FactorCode of) {
        return new FactorHour(outlet(), of, start);
    }

    Instant first() {
        return hours().get(0);
    }

    /** First instant behind its last hour. */
    Instant end() {
        List<Instant> hours = hours();
        return hour(hours.get(hours.size() - 1), factor()).end();
    }
}
