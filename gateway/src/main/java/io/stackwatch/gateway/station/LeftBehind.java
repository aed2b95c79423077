package io.stackwatch.gateway.station;

import io.stackwatch.connectors.hj212.codec.CodecLimits;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.codec.ProtocolTime;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.StationFile;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What quarantined frames show of the one who sent them.
 *
 * @param shown how it speaks
 * @param findings names of deviations
 * @param password the password of the newest frame that has one
 * @param earliest when the earliest figure was measured, or the first frame arrived
 */
record LeftBehind(Map<Aspect, String> shown, Set<String> findings, Optional<String> password, Instant earliest) {

    /** A figure that is older than this when it arrives does not say since when a station is connected. */
    private static final Duration OLDEST = Duration.ofDays(366);

    private static final Set<Integer> FIGURES = Set.of(2011, 2051, 2061);
    private static final int LONGEST_PASSWORD = 64;

    LeftBehind {
        shown = Map.copyOf(shown);
        findings = Set.copyOf(findings);
    }

    /** What frames show; at least one, in the order in which they came. */
    static LeftBehind of(List<JournalRecord> frames) {
        Observer observer = new Observer();
        StationTrail trail = new StationTrail(StationFile.EMPTY);
        Set<String> findings = new LinkedHashSet<>();
        SegmentReader reader = new SegmentReader(CodecLimits.defaults());
        Optional<String> password = Optional.empty();
        Instant earliest = frames.get(0).arrival().arrivedAt();
        for (JournalRecord frame : frames) {
            trail.take(observer.heard(frame));
            findings.addAll(Detail.findings(frame.arrival().detail()));
            Optional<Frame> read = Frame.of(frame.arrival().bytes());
            if (read.isPresent()) {
                reader.read(read.get());
                String pw = reader.text(HeaderField.PW);
                password = pw.isEmpty() || pw.length() > LONGEST_PASSWORD ? password : Optional.of(pw);
                Instant measured = measured(reader, frame.arrival().arrivedAt());
                earliest = measured.isBefore(earliest) ? measured : earliest;
            }
        }
        Map<Aspect, String> shown = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            trail.value(aspect).ifPresent(value -> shown.put(aspect, value));
        }
        return new LeftBehind(shown, findings, password, earliest);
    }

    private static Instant measured(SegmentReader reader, Instant arrivedAt) {
        if (FIGURES.contains(reader.command())) {
            for (int i = 0; i < reader.items(); i++) {
                if (reader.name(i).equals("DataTime")) {
                    return ProtocolTime.parse(reader.text(i))
                            .filter(time -> time.isAfter(arrivedAt.minus(OLDEST)))
                            .orElse(arrivedAt);
                }
            }
        }
        return arrivedAt;
    }
}
