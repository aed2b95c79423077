package io.stackwatch.connectors.hj212.mapping;

import io.stackwatch.connectors.hj212.codec.CodecLimits;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.codec.ProtocolTime;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.measurement.Span;
import java.time.Instant;
import java.util.Optional;

/**
 * What a frame says about its station, as figures, states and leftovers. Never throws for anything that a peer can send,
 * and loses nothing silently: an item is a reading, an {@link OtherItem}, an {@link Unmapped}, or the flag of a reading.
 *
 * <p>A function of frame, profile and table; an instance only holds memory that is used again, so it is for one thread at a
 * time.
 */
public final class FrameReadings {

    private static final int SECONDS_DIGITS = 14;

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
        boolean backfilled = reader.is(HeaderField.RF, "1");
        Optional<Instant> dataTime = dataTime();
        Collecting collecting = new Collecting(reader, profile, table);
        Optional<Span> span = span(command);
        if (span.isPresent()) {
            collecting.figures(span.get(), dataTime.map(time -> start(time, span.get(), profile)));
        } else {
            collecting.statesOnly(isDecoded(command));
        }
        return collecting.mapped(command, backfilled, dataTime);
    }

    private Optional<Instant> dataTime() {
        for (int i = 0; i < reader.items(); i++) {
            if (reader.name(i).equals(Collecting.DATA_TIME)) {
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
            case 2051 -> Optional.of(Span.MINUTE);
            case 2061 -> Optional.of(Span.HOUR);
            case 2031 -> Optional.of(Span.DAY);
            default -> Optional.empty();
        };
    }

    private static boolean isDecoded(int command) {
        return switch (command) {
            case 2021, 2041, 2081, 3019, 3020 -> true;
            default -> false;
        };
    }

    /** Intervals are labelled with their start (HJ 212-2017 Table 4); a station that labels the end is moved back by one. */
    private static Instant start(Instant label, Span span, StationProfile profile) {
        if (!profile.labelAtEnd()) {
            return label;
        }
        return switch (span) {
            case REALTIME -> label;
            case MINUTE -> label.minus(profile.minuteInterval());
            case HOUR -> label.minusSeconds(3600);
            case DAY -> label.atZone(ProtocolTime.ZONE).minusDays(1).toInstant();
        };
    }
}
