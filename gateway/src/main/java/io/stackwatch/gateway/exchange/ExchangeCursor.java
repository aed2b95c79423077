package io.stackwatch.gateway.exchange;

import io.stackwatch.connectors.hj212.codec.CodecLimits;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.connectors.hj212.exchange.Exchange;
import io.stackwatch.connectors.hj212.exchange.ExchangeEventKind;
import io.stackwatch.connectors.hj212.exchange.FieldFrame;
import io.stackwatch.connectors.hj212.exchange.Match;
import io.stackwatch.connectors.hj212.exchange.Matching;
import io.stackwatch.connectors.hj212.session.FrameOpener;
import io.stackwatch.connectors.hj212.session.StationBook;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.ExchangeEventRecords;
import io.stackwatch.gateway.records.ExchangeRecords;
import io.stackwatch.gateway.records.NotUnderstoodRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.SetAsideRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads from the journal what loggers answer, and writes it to their exchanges together with the cursor's place.
 *
 * <p>Records that concern no exchange cost no transaction; their place is written every half minute of arrivals. Applied by
 * one thread, looked at by several.
 */
public final class ExchangeCursor {

    /** The cursor's name in the store, and in the journal. */
    public static final String NAME = "exchange";

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeCursor.class);
    private static final Duration SAVE_EVERY = Duration.ofSeconds(30);
    private static final int CLOCK_WANTED = 1013;
    private static final int KEY_WANTED = 1014;
    /** What changes nothing is kept so often of one exchange; the journal has the rest. */
    private static final int ASIDE_KEPT = 100;

    private static final List<ExchangeEventKind> ASIDE = List.of(ExchangeEventKind.LATE, ExchangeEventKind.FOREIGN);

    private final RecordStore store;
    private final StationBook stations;
    private final ExchangeDesk desk;
    private final ClockDesk clocks;
    private final KeyDesk keys;
    private final Matching matching;
    private final FrameOpener opener = new FrameOpener();
    private final SegmentReader reader = new SegmentReader(CodecLimits.defaults());
    private volatile CursorPlace place = new CursorPlace(0, Instant.EPOCH);
    private Instant saved = Instant.EPOCH;

    /**
     * @param stations how the stations speak now: what one of them has just answered may be encrypted
     */
    public ExchangeCursor(RecordStore store, StationBook stations, ExchangeDesk desk, ClockDesk clocks, KeyDesk keys) {
        this.store = store;
        this.stations = stations;
        this.desk = desk;
        this.clocks = clocks;
        this.keys = keys;
        this.matching = new Matching(desk.options().otherQn());
    }

    /**
     * Begins behind what the journal has, or goes on where an earlier process ended.
     *
     * @return the place; the journal's cursor is to be rewound to it
     */
    public CursorPlace begin(Instant now, long journalHead) {
        CursorPlace begun = store.write(handle -> CursorPlace.find(handle, NAME).orElseGet(() -> {
            CursorPlace head = new CursorPlace(journalHead, now);
            head.save(handle, NAME);
            return head;
        }));
        place = begun;
        saved = begun.asOf();
        return begun;
    }

    /** How far it is. */
    public CursorPlace place() {
        return place;
    }

    /** Up to which instant everything that arrived has been read. */
    Instant horizon(Instant now, long journalHead) {
        CursorPlace read = place;
        Instant until = read.position() >= journalHead ? now : read.asOf();
        return until.minus(desk.options().settle());
    }

    /**
     * Applies records in order; those that were applied before are passed over. A failure of the store is thrown, and then
     * nothing behind {@link #place} has happened.
     *
     * @return whether an exchange ended
     */
    public boolean apply(List<JournalRecord> records) {
        Set<Mn> asked = store.read(ExchangeRecords::stationsWithOpen);
        List<FieldFrame> concerning = new ArrayList<>();
        CursorPlace next = place;
        for (JournalRecord record : records) {
            if (record.sequence() <= next.position()) {
                continue;
            }
            Instant arrived = record.arrival().arrivedAt().truncatedTo(ChronoUnit.MILLIS);
            next = new CursorPlace(record.sequence(), arrived.isAfter(next.asOf()) ? arrived : next.asOf());
            read(record, arrived, asked).filter(frame -> concerns(frame, asked)).ifPresent(concerning::add);
        }
        CursorPlace end = next;
        boolean due = !end.asOf().isBefore(saved.plus(SAVE_EVERY));
        boolean ended = false;
        if (!concerning.isEmpty() || (due && end.position() > place.position())) {
            ended = store.write(handle -> {
                boolean any = false;
                for (FieldFrame frame : concerning) {
                    any |= apply(handle, frame);
                }
                end.save(handle, NAME);
                return any;
            });
            saved = end.asOf();
        }
        place = end;
        return ended;
    }

    private static boolean concerns(FieldFrame frame, Set<Mn> asked) {
        return switch (frame.command()) {
            case 9011, 9012, 9013, CLOCK_WANTED, KEY_WANTED -> true;
            default -> asked.contains(frame.station());
        };
    }

    private Optional<FieldFrame> read(JournalRecord record, Instant arrivedAt, Set<Mn> asked) {
        if (record.arrival().disposition() != Disposition.ACCEPTED) {
            return Optional.empty();
        }
        try {
            return record.arrival().station().flatMap(station -> frame(record, station, asked)
                    .map(frame -> FieldFrame.of(reader.read(frame), station, record.sequence(), arrivedAt)));
        } catch (RuntimeException failed) {
            // ours to mend; no frame may stop the others
            LOG.error("exchange=unreadable sequence={}", record.sequence(), failed);
            return Optional.empty();
        }
    }

    /** Headers are always in clear; only what may be an answer is worth opening. */
    private Optional<Frame> frame(JournalRecord record, Mn station, Set<Mn> asked) {
        byte[] bytes = record.arrival().bytes();
        return asked.contains(station)
                ? opener.read(bytes, stations.profile(station)).frame().or(() -> Frame.of(bytes))
                : Frame.of(bytes);
    }

    /** Whether an exchange ended by it. */
    private boolean apply(Handle handle, FieldFrame frame) {
        if (frame.command() == CLOCK_WANTED) {
            clocks.wanted(handle, frame);
            return false;
        }
        if (frame.command() == KEY_WANTED) {
            keys.wanted(handle, frame);
            return false;
        }
        List<Exchange> open = ExchangeRecords.open(handle, frame.station());
        Optional<Exchange> withQn =
                frame.qn().isEmpty() ? Optional.empty() : ExchangeRecords.withQn(handle, frame.station(), frame.qn());
        return matching.of(frame, open, withQn)
                .match(
                        ours -> happened(handle, ours, frame),
                        stray -> {
                            strayed(handle, frame);
                            return false;
                        },
                        () -> false);
    }

    private boolean happened(Handle handle, Match.Ours ours, FieldFrame frame) {
        if (ASIDE.contains(ours.event().kind()) && isFull(handle, ours.exchange())) {
            desk.counts().passedOver();
            return false;
        }
        Exchange after = desk.book().happened(handle, ours.exchange(), ours.event());
        clocks.look(handle, after, ours.event(), frame);
        return ours.exchange().state().isOpen() && !after.state().isOpen();
    }

    private static boolean isFull(Handle handle, Exchange exchange) {
        return exchange.version() > ASIDE_KEPT
                && ExchangeEventRecords.count(handle, exchange.id(), ASIDE) >= ASIDE_KEPT;
    }

    private void strayed(Handle handle, FieldFrame frame) {
        desk.counts().strayed();
        LOG.debug("mn={} cn={} sequence={} answers nothing", frame.station(), frame.command(), frame.frame());
        SetAsideRecords.count(
                handle,
                List.of(new NotUnderstoodRow(
                        frame.station().value(),
                        "CN=" + frame.command(),
                        "STRAY_ANSWER",
                        1,
                        frame.frame(),
                        frame.frame())));
    }
}
