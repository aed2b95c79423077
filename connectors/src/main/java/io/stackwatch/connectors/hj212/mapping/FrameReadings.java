package io.stackwatch.connectors.hj212.mapping;

import io.stackwatch.connectors.hj212.codec.CodecLimits;
import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.codec.ProtocolTime;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.measurement.Reading;
import io.stackwatch.core.measurement.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a frame says about its station, as figures, facts and leftovers. Never throws for anything that a peer can send, and
 * loses nothing silently: an item is a reading, part of a {@link Fact}, an {@link Unmapped}, or the flag of one of them.
 *
 * <p>A function of frame, profile and table; an instance only holds memory that is used again, so it is for one thread at a
 * time. A frame that came encrypted is opened before ({@code session.FrameOpener}).
 */
public final class FrameReadings {

    private static final int SECONDS_DIGITS = 14;
    private static final Duration FURNACE = Duration.ofMinutes(5);

    private final SegmentReader reader = new SegmentReader(CodecLimits.defaults());
    private final FactorTable table;

    /** A mapping by this table. */
    public FrameReadings(FactorTable table) {
        this.table = table;
    }

    /** What this frame says; for single frames, see {@link #of(Frame, StationProfile)} for many. */
    public static Mapped of(Frame frame, StationProfile profile, FactorTable table) {
        return new FrameReadings(table).of(frame, profile);
    }

    /** What this frame says, with the units and the label that the station's profile states. */
    public Mapped of(Frame frame, StationProfile profile) {
        reader.read(frame);
        int command = Math.max(0, reader.command());
        Optional<Instant> dataTime = dataTime();
        Optional<Duration> interval = interval(command, profile);
        Leftovers leftovers = new Leftovers(reader);
        Flags flags = Flags.of(reader, leftovers);
        Facts facts = new Facts(reader, flags, leftovers);
        List<Reading> readings = List.of();
        Optional<Span> span = span(command);
        if (span.isPresent()) {
            Optional<Instant> start = dataTime.map(time -> start(time, span.get(), interval, profile));
            readings = new Figures(reader, profile, table, flags, facts, leftovers).read(span.get(), start);
        } else if (CommandTable.standard().find(command).isPresent()) {
            facts.read(command);
        } else {
            leftovers.all(Unmapped.Reason.NOT_A_DATA_COMMAND);
        }
        return new Mapped(
                command,
                reader.is(HeaderField.RF, "1"),
                Packet.of(reader),
                dataTime,
                interval,
                readings,
                facts.found(),
                leftovers.found());
    }

    private Optional<Instant> dataTime() {
        for (int i = 0; i < reader.items(); i++) {
            if (reader.name(i).equals(Facts.DATA_TIME)) {
                String text = reader.text(i);
                // 17 digits and more occur; the first fourteen are what the standard defines
                return ProtocolTime.parse(text.length() > SECONDS_DIGITS ? text.substring(0, SECONDS_DIGITS) : text);
            }
        }
        return Optional.empty();
    }

    private static Optional<Span> span(int command) {
        return switch (command) {
            case 2011 -> Optional.of(Span.REALTIME);
            case 2051, 2111 -> Optional.of(Span.MINUTE);
            case 2061 -> Optional.of(Span.HOUR);
            case 2031 -> Optional.of(Span.DAY);
            default -> Optional.empty();
        };
    }

    /** The furnace temperature has its own interval, whatever the station's is (2111 of 2025). */
    private static Optional<Duration> interval(int command, StationProfile profile) {
        return switch (command) {
            case 2051 -> Optional.of(profile.minuteInterval());
            case 2111 -> Optional.of(FURNACE);
            default -> Optional.empty();
        };
    }

    /** Intervals are labelled with their start (HJ 212-2017 Table 4); a station that labels the end is moved back by one. */
    private static Instant start(Instant label, Span span, Optional<Duration> interval, StationProfile profile) {
        if (!profile.labelAtEnd()) {
            return label;
        }
        return switch (span) {
            case REALTIME -> label;
            case MINUTE -> label.minus(interval.orElse(profile.minuteInterval()));
            case HOUR -> label.minusSeconds(3600);
            case DAY -> label.atZone(ProtocolTime.ZONE).minusDays(1).toInstant();
        };
    }
}
