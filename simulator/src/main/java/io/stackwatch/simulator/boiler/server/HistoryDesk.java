package io.stackwatch.simulator.boiler.server;

import io.stackwatch.simulator.boiler.Sample;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryData;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadDetails;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRawModifiedDetails;

/**
 * Answers requests for raw values of the past. Nothing is stored: a continuation point is the instant at which to go on, so
 * none has to be released or can run out.
 */
final class HistoryDesk {

    /** So many values in an answer, over all its nodes. */
    private static final int PER_ANSWER = 20_000;

    /** So many of one node. */
    private static final int PER_NODE = 1_000;

    private final NodeBook book;
    private final SampleGrid grid;
    private final Duration length;
    private final Predicate<Instant> kept;
    private final Clock clock;

    /**
     * @param length how far back; zero for no history
     * @param kept whether something was kept at that instant
     */
    HistoryDesk(NodeBook book, SampleGrid grid, Duration length, Predicate<Instant> kept, Clock clock) {
        this.book = book;
        this.grid = grid;
        this.length = length;
        this.kept = kept;
        this.clock = clock;
    }

    boolean isOffered() {
        return !length.isZero();
    }

    List<HistoryReadResult> read(
            EncodingContext encoding,
            HistoryReadDetails details,
            TimestampsToReturn timestamps,
            List<HistoryReadValueId> nodes) {
        int most = Math.max(1, Math.min(PER_NODE, PER_ANSWER / nodes.size()));
        List<HistoryReadResult> results = new ArrayList<>();
        for (HistoryReadValueId node : nodes) {
            results.add(read(encoding, details, timestamps, node, most));
        }
        return results;
    }

    private HistoryReadResult read(
            EncodingContext encoding,
            HistoryReadDetails details,
            TimestampsToReturn timestamps,
            HistoryReadValueId node,
            int most) {
        Optional<NodeBook.Place> place = book.at(node.getNodeId().getIdentifier());
        if (place.isEmpty()) {
            return refused(StatusCodes.Bad_NodeIdUnknown);
        }
        if (!(details instanceof ReadRawModifiedDetails raw) || raw.getIsReadModified()) {
            return refused(StatusCodes.Bad_HistoryOperationUnsupported);
        }
        Instant latest = grid.atOrBefore(clock.instant());
        Instant earliest = latest.minus(length);
        Optional<HistoryPage.Asked> asked = asked(raw, node, earliest, latest, most);
        if (asked.isEmpty()) {
            return refused(StatusCodes.Bad_HistoryOperationInvalid);
        }
        HistoryPage page = HistoryPage.read(
                place.get().panel().instruments(), place.get().quantity(), grid, asked.get(), earliest, latest, kept);
        return result(encoding, timestamps, place.get(), page, raw);
    }

    private static HistoryReadResult result(
            EncodingContext encoding,
            TimestampsToReturn timestamps,
            NodeBook.Place place,
            HistoryPage page,
            ReadRawModifiedDetails raw) {
        DataValue[] values = page.samples().stream()
                .map(sample -> value(place, sample, timestamps))
                .toArray(DataValue[]::new);
        boolean enough = raw.getNumValuesPerNode().longValue() > 0
                && values.length >= raw.getNumValuesPerNode().longValue()
                && (isOpen(raw.getStartTime()) || isOpen(raw.getEndTime()));
        return new HistoryReadResult(
                new StatusCode(values.length == 0 ? StatusCodes.Good_NoData : StatusCodes.Good),
                enough
                        ? ByteString.NULL_VALUE
                        : page.next().map(HistoryDesk::point).orElse(ByteString.NULL_VALUE),
                ExtensionObject.encode(encoding, new HistoryData(values)));
    }

    private static DataValue value(NodeBook.Place place, Sample sample, TimestampsToReturn timestamps) {
        return DataValue.derivedValue(SampleValues.value(place.quantity(), sample, sample.sourceTime()), timestamps);
    }

    /** An end that is not said is the edge of what is kept; without a start it is read backwards from the end. */
    private static Optional<HistoryPage.Asked> asked(
            ReadRawModifiedDetails raw, HistoryReadValueId node, Instant earliest, Instant latest, int most) {
        boolean noStart = isOpen(raw.getStartTime());
        boolean noEnd = isOpen(raw.getEndTime());
        if (noStart && noEnd) {
            return Optional.empty();
        }
        Instant from =
                noStart ? raw.getEndTime().getJavaInstant() : raw.getStartTime().getJavaInstant();
        Instant to = noStart
                ? earliest.minusMillis(1)
                : noEnd ? latest.plusMillis(1) : raw.getEndTime().getJavaInstant();
        long wanted = raw.getNumValuesPerNode().longValue();
        int bounded = wanted == 0 ? most : (int) Math.min(wanted, most);
        ByteString point = node.getContinuationPoint();
        if (point == null || point.isNullOrEmpty()) {
            return Optional.of(new HistoryPage.Asked(from, to, bounded));
        }
        return resumed(point).map(at -> new HistoryPage.Asked(at, to, bounded));
    }

    private static boolean isOpen(DateTime time) {
        return time == null || time.isNull() || time.getUtcTime() == 0;
    }

    private static ByteString point(Instant next) {
        return ByteString.of(
                ByteBuffer.allocate(Long.BYTES).putLong(next.toEpochMilli()).array());
    }

    private static Optional<Instant> resumed(ByteString point) {
        byte[] bytes = point.bytesOrEmpty();
        return bytes.length == Long.BYTES
                ? Optional.of(Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong()))
                : Optional.empty();
    }

    private static HistoryReadResult refused(long status) {
        return new HistoryReadResult(new StatusCode(status), ByteString.NULL_VALUE, null);
    }
}
