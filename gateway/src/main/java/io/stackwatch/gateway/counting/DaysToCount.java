package io.stackwatch.gateway.counting;

import io.stackwatch.core.measurement.InstrumentRange;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.DutyPause;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.transmission.AssessedFactor;
import io.stackwatch.gateway.records.DirtyDayRecords;
import io.stackwatch.gateway.records.DirtyDayRecords.Counted;
import io.stackwatch.gateway.records.OutletDay;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Finds days that must be counted although no report speaks of them: every day of an outlet once it is over, and all days
 * since the first open one of an outlet whose registration has changed (station, list of factors, pause, measuring range).
 */
final class DaysToCount {

    private DaysToCount() {}

    /**
     * Marks what has become due.
     *
     * @param behindFrozen first day behind the last frozen month
     * @param first first day of the months that a change of the registration counts again
     * @param until first day that is not over yet
     */
    static void mark(
            Handle handle, RegistrySnapshot registry, LocalDate behindFrozen, LocalDate first, LocalDate until) {
        Map<OutletId, Counted> known = DirtyDayRecords.outlets(handle);
        Map<OutletId, StringBuilder> texts = registrations(registry);
        Map<OutletId, Counted> changed = new HashMap<>();
        List<OutletDay> days = new ArrayList<>();
        for (OutletId outlet : new TreeSet<>(texts.keySet())) {
            String registration = digest(texts.getOrDefault(outlet, new StringBuilder()));
            Counted before = known.getOrDefault(outlet, new Counted(first, ""));
            boolean same = before.registration().equals(registration);
            if (same && !before.until().isBefore(until)) {
                continue;
            }
            LocalDate from = same || before.until().isBefore(first) ? before.until() : first;
            from = from.isBefore(behindFrozen) ? behindFrozen : from;
            // today is counted with what arrives; a change of the registration touches it as well
            LocalDate behind = same ? until : until.plusDays(1);
            for (LocalDate day = from; day.isBefore(behind); day = day.plusDays(1)) {
                days.add(new OutletDay(outlet, day));
            }
            changed.put(outlet, new Counted(until, registration));
        }
        DirtyDayRecords.mark(handle, days);
        DirtyDayRecords.save(handle, changed);
    }

    private static Map<OutletId, StringBuilder> registrations(RegistrySnapshot registry) {
        Map<OutletId, StringBuilder> texts = new HashMap<>();
        for (Outlet outlet : registry.registry().rows().outlets()) {
            text(texts, outlet.id(), "O" + outlet.minuteEvidence(), outlet.effective());
        }
        for (AssessedFactor factor : registry.facts().assessed()) {
            text(texts, factor.outlet(), "F" + factor.factor(), factor.effective());
        }
        for (Station station : registry.registry().rows().stations()) {
            text(texts, station.outlet(), "S" + station.mn(), station.effective());
        }
        for (DutyPause pause : registry.registry().rows().pauses()) {
            text(texts, pause.outlet(), "P" + pause.kind() + pause.document(), pause.effective());
        }
        for (InstrumentRange range : registry.facts().ranges()) {
            String ends = range.least().map(BigDecimal::toPlainString).orElse("") + ".."
                    + range.most().toPlainString() + " " + range.unit();
            text(texts, range.outlet(), "R" + range.factor() + ends, range.effective());
        }
        texts.keySet().retainAll(registry.registry().outletIds());
        return texts;
    }

    private static void text(Map<OutletId, StringBuilder> texts, OutletId outlet, String what, Effective when) {
        texts.computeIfAbsent(outlet, known -> new StringBuilder())
                .append(what)
                .append('|')
                .append(when.from())
                .append('|')
                .append(when.until().map(Instant::toString).orElse(""))
                .append('\n');
    }

    private static String digest(StringBuilder text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The legal day of an instant. */
    static LocalDate dayOf(Instant instant) {
        return instant.atZone(LegalTime.ZONE).toLocalDate();
    }
}
