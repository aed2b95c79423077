package io.stackwatch.gateway.station;

import io.stackwatch.connectors.hj212.codec.CodecLimits;
import io.stackwatch.connectors.hj212.codec.Flag;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.codec.ProtocolTime;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.connectors.hj212.mapping.Packet;
import io.stackwatch.connectors.hj212.session.FrameOpener;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Admitted;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.JournalRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads from a record what it shows of its station. The same record always shows the same. For one thread: a reader holds
 * memory that is used again.
 */
final class Observer {

    /** Loggers, and ourselves where we are the logger of an OPC UA source (decision record 0026). */
    private static final Set<String> CONNECTORS = Set.of("hj212", "made");

    private static final int MINUTES = 2051;
    private static final int HOURS = 2061;

    /** Between these two times after its label, an hour frame says where the label stands; clocks may differ by 10 min. */
    private static final Duration LATEST_END = Duration.ofMinutes(40);

    private static final Duration EARLIEST_START = Duration.ofMinutes(50);
    private static final Duration LATEST_START = Duration.ofMinutes(100);
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    private static final int LONGEST_SYSTEM_CODE = 8;

    private final SegmentReader reader = new SegmentReader(CodecLimits.defaults());
    private final FrameOpener opener = new FrameOpener();
    private final Function<Arrival, Optional<StationProfile>> profiles;

    /** An observer without keys. */
    Observer() {
        this(arrival -> Optional.empty());
    }

    /** @param profiles with which keys a record is read: of an encrypted one little shows without */
    Observer(Function<Arrival, Optional<StationProfile>> profiles) {
        this.profiles = profiles;
    }

    /** What an accepted or refused record shows; empty for anything else and where no station is named. */
    Optional<Observation> of(JournalRecord record) {
        Arrival arrival = record.arrival();
        if (arrival.station().isEmpty() || !CONNECTORS.contains(arrival.connector())) {
            return Optional.empty();
        }
        return switch (arrival.disposition()) {
            case ACCEPTED -> Optional.of(heard(record));
            case REFUSED -> Detail.value(arrival.detail(), "reason").map(reason -> refused(record, reason));
            case QUARANTINED -> Optional.empty();
        };
    }

    /** What a record would show if it were accepted. */
    Observation heard(JournalRecord record) {
        Arrival arrival = record.arrival();
        Instant at = millis(Admitted.heardAt(arrival));
        Map<Aspect, String> shown = new EnumMap<>(Aspect.class);
        Detail.value(arrival.detail(), "crc").ifPresent(kind -> shown.put(Aspect.CHECKSUM, kind));
        Optional<String> minuteLabel = Optional.empty();
        Optional<PacketSeen> packet = Optional.empty();
        Optional<Frame> frame = Frame.of(arrival.bytes());
        if (frame.isPresent()) {
            reader.read(frame.get());
            edition().ifPresent(edition -> shown.put(Aspect.EDITION, edition));
            Optional<Boolean> encrypted = ContentForm.encrypted(frame.get());
            encrypted.ifPresent(is -> shown.put(Aspect.ENCRYPTION, is ? "ENCRYPTED" : "PLAIN"));
            if (!encrypted.orElse(false)) {
                Optional<String> label = label();
                if (reader.command() == MINUTES) {
                    minuteLabel = label;
                } else if (reader.command() == HOURS) {
                    label.flatMap(ProtocolTime::parse)
                            .flatMap(start -> hourLabel(Duration.between(start, at)))
                            .ifPresent(end -> shown.put(Aspect.HOUR_LABEL, end));
                }
            }
            packet = packet(arrival);
        }
        return new Observation(
                station(arrival),
                at,
                record.sequence(),
                true,
                Detail.findings(arrival.detail()),
                shown,
                minuteLabel.filter(label -> ProtocolTime.parse(label).isPresent()),
                packet);
    }

    private static Observation refused(JournalRecord record, String reason) {
        return new Observation(
                station(record.arrival()),
                millis(record.arrival().arrivedAt()),
                record.sequence(),
                false,
                Set.of(reason),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** What the frame that was read last is of a split upload; nothing if it cannot be read, or says nothing of when. */
    private Optional<PacketSeen> packet(Arrival arrival) {
        Optional<Packet> packet = Packet.of(reader).filter(one -> one.pnum() > 1);
        if (packet.isEmpty()) {
            return Optional.empty();
        }
        Optional<Frame> clear =
                opener.read(arrival.bytes(), profiles.apply(arrival)).frame();
        if (clear.isEmpty()) {
            return Optional.empty();
        }
        reader.read(clear.get());
        String systemCode = reader.text(HeaderField.ST);
        return label().flatMap(ProtocolTime::parse)
                .filter(time -> systemCode.length() <= LONGEST_SYSTEM_CODE)
                .map(time -> new PacketSeen(systemCode, reader.command(), time, packet.get()));
    }

    /** As the store keeps it, so that a trail that was read again says the same. */
    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    private static String station(Arrival arrival) {
        return arrival.station().map(Mn::value).orElse("");
    }

    private Optional<String> edition() {
        int value = reader.number(HeaderField.FLAG);
        if (value < 0 || value > 255) {
            return Optional.empty();
        }
        int version = new Flag(value).version();
        return Optional.of(
                switch (version) {
                    case 0 -> "2005";
                    case 1 -> "2017";
                    case 2 -> "2025";
                    default -> "V" + version;
                });
    }

    private Optional<String> label() {
        for (int i = 0; i < reader.items(); i++) {
            if (reader.name(i).equals("DataTime")) {
                return Optional.of(reader.text(i));
            }
        }
        return Optional.empty();
    }

    /** An hour that comes about an hour after its label is labelled with its start; what comes much later says nothing. */
    private static Optional<String> hourLabel(Duration sinceLabel) {
        if (sinceLabel.compareTo(CLOCKS.negated()) >= 0 && sinceLabel.compareTo(LATEST_END) < 0) {
            return Optional.of("END");
        }
        return sinceLabel.compareTo(EARLIEST_START) >= 0 && sinceLabel.compareTo(LATEST_START) < 0
                ? Optional.of("START")
                : Optional.empty();
    }
}
