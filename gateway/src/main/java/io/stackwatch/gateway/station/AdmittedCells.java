package io.stackwatch.gateway.station;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.QuarantineRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The row of {@code stations.csv} under which frames that were set aside would have been let in: what the officer states,
 * else what is registered with the one change that the reason asks for, else what the frames show. Pure.
 *
 * @param entry who is let in
 * @param firstAt when the first frame arrived, from whatever host
 * @param left what the frames show
 */
record AdmittedCells(QuarantineRow entry, Instant firstAt, LeftBehind left) {

    /**
     * The row of a station.
     *
     * @param registered the row of the version in force, for a station that is registered
     */
    Map<String, String> of(Mn station, Optional<Map<String, String>> registered, AdmissionOrder order) {
        Map<String, String> cells = new LinkedHashMap<>(registered.orElseGet(this::sniffed));
        String since = cells.get("from");
        cells.put("from", since == null ? hour(left.earliest()).toString() : later(since, hour(firstAt)));
        switch (entry.reason()) {
            case "WRONG_PASSWORD" -> left.password().ifPresent(password -> cells.put("password", password));
            case "MOVED" -> cells.merge("peers", entry.host(), (known, host) -> (known + " " + host).strip());
            case "DEVIATION_REFUSED" ->
                cells.merge("refused_findings", "", (known, none) -> without(known, left.findings()));
            case "PLAINTEXT_REFUSED" -> cells.put("plaintext", "WARN");
            default -> {
                // that it is registered is all that was missing
            }
        }
        if (order.passwordFromFrames()) {
            left.password().ifPresent(password -> cells.put("password", password));
        }
        cells.putAll(order.cells());
        cells.put("mn", station.value());
        return cells;
    }

    private Map<String, String> sniffed() {
        Map<String, String> cells = new LinkedHashMap<>();
        String edition = left.shown().getOrDefault(Aspect.EDITION, "2005");
        cells.put("edition", edition.startsWith("V") ? "2017" : edition);
        String checksum = left.shown().getOrDefault(Aspect.CHECKSUM, "HJ212");
        cells.put("crc", checksum.equals("NONE") ? "LENIENT" : checksum);
        Optional.ofNullable(left.shown().get(Aspect.MINUTE_INTERVAL))
                .ifPresent(minutes -> cells.put("minute_interval_min", minutes));
        cells.put(
                "label_at_end",
                left.shown().getOrDefault(Aspect.HOUR_LABEL, "START").equals("END") ? "yes" : "no");
        return cells;
    }

    private static String later(String since, Instant instant) {
        return instant.isAfter(Instant.parse(since)) ? instant.toString() : since;
    }

    /** A version that begins within an hour would make that hour nobody's: it begins with the hour. */
    private static Instant hour(Instant instant) {
        return Window.hourContaining(instant, LegalTime.ZONE).start();
    }

    private static String without(String known, Set<String> shown) {
        return Arrays.stream(known.split(" ", -1))
                .filter(name -> !name.isEmpty() && !shown.contains(name))
                .collect(Collectors.joining(" "));
    }
}
