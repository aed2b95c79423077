package io.stackwatch.connectors.opcua.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.NodeValue;
import io.stackwatch.connectors.opcua.batch.Value;
import io.stackwatch.connectors.opcua.source.SourceClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a timeline: a message a second, with a value of each of five nodes. */
final class ClockOffsetTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final List<String> NODES = List.of("A", "B", "C", "D", "E");

    private final ClockOffset offset = new ClockOffset();
    private int second;

    @BeforeEach
    void start() {
        offset.resumed(Batch.How.STARTED);
    }

    private static NodeValue value(String node, Instant time) {
        return new NodeValue("ns=2;s=" + node, Value.Numeric.of(1f), 0, Optional.of(time), Optional.empty());
    }

    /** A message whose values are this far ahead. */
    private Optional<Duration> message(Duration ahead) {
        Instant arrived = NOON.plusSeconds(second++);
        return offset.take(
                NODES.stream().map(node -> value(node, arrived.plus(ahead))).toList(), arrived);
    }

    private Optional<Duration> messages(int count, Duration ahead) {
        Optional<Duration> last = Optional.empty();
        for (int i = 0; i < count; i++) {
            last = message(ahead);
        }
        return last;
    }

    @Test
    void beforeEnoughFreshValuesCameNothingIsSaid() {
        assertEquals(Optional.empty(), message(Duration.ofHours(-5)), "what stands at the begin may be hours old");
        assertEquals(Optional.empty(), messages(ClockOffset.ENOUGH - 1, Duration.ofSeconds(-1)));
        assertEquals(Optional.of(Duration.ofSeconds(-1)), message(Duration.ofSeconds(-1)));
    }

    @Test
    void aMessageWithoutValuesSaysNothing() {
        messages(10, Duration.ofSeconds(2));
        assertEquals(Optional.of(Duration.ofSeconds(2)), offset.take(List.of(), NOON.plusSeconds(900)));
    }

    @Test
    void oneNodeWithAClockOfItsOwnDoesNotCountForAll() {
        messages(2, Duration.ZERO);
        Optional<Duration> found = Optional.empty();
        for (int i = 0; i < 5; i++) {
            Instant arrived = NOON.plusSeconds(100 + i);
            List<NodeValue> values = new ArrayList<>();
            NODES.forEach(node ->
                    values.add(value(node, arrived.plus(node.equals("E") ? Duration.ofDays(1) : Duration.ZERO))));
            found = offset.take(values, arrived);
        }
        assertEquals(Optional.of(Duration.ZERO), found);
    }

    @Test
    void aMessageThatWasHeldUpMovesItLittle() {
        messages(20, Duration.ofMillis(-200));
        assertEquals(Optional.of(Duration.ofMillis(-200)), message(Duration.ofMinutes(-10)));
    }

    @Test
    void aClockThatIsSetIsFollowedWithinTheWindow() {
        messages(200, Duration.ofMinutes(5));
        assertEquals(Optional.of(Duration.ofMinutes(5)), message(Duration.ZERO));
        assertEquals(Optional.of(Duration.ZERO), messages(ClockOffset.WINDOW / 2, Duration.ZERO));
    }

    @Test
    void whatLayInTheServersQueuesDuringACutIsLeftOut() {
        messages(2, Duration.ZERO);
        offset.resumed(Batch.How.TRANSFERRED);
        message(Duration.ofMinutes(-3));
        assertEquals(Optional.empty(), message(Duration.ZERO), "the second that counts");
        assertEquals(Optional.of(Duration.ZERO), message(Duration.ZERO));
    }

    @Test
    void aSubscriptionThatIsMadeAnewTellsWhatStandsOnceMore() {
        messages(3, Duration.ZERO);
        offset.resumed(Batch.How.RECREATED);
        message(Duration.ofHours(-5));
        messages(1, Duration.ZERO);
        assertEquals(Optional.of(Duration.ZERO), message(Duration.ZERO));
    }

    @Test
    void theToleranceHoldsBothWays() {
        Duration minute = Duration.ofMinutes(1);
        assertTrue(SourceClock.of(minute, minute).tolerated());
        assertTrue(SourceClock.of(minute.negated(), minute).tolerated());
        assertFalse(SourceClock.of(minute.plusMillis(1), minute).tolerated());
        assertFalse(SourceClock.of(minute.plusMillis(1).negated(), minute).tolerated());
    }
}
