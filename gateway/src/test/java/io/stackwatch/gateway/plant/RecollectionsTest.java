package io.stackwatch.gateway.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.BatchCodec;
import io.stackwatch.connectors.opcua.batch.NodeValue;
import io.stackwatch.connectors.opcua.batch.Recollection;
import io.stackwatch.connectors.opcua.batch.Value;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.MemoryJournal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** After a start, the line to a source goes on where the journal ends. */
final class RecollectionsTest {

    private static final Mn SOURCE = new Mn("PLANT-1");
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final MemoryJournal journal = new MemoryJournal();

    @Test
    void aSourceThatWasNeverHeardIsNotKnown() {
        alive(new Mn("PLANT-2"), NOON);
        Recollection known = at(NOON);
        assertEquals(Optional.empty(), known.heardUntil());
        assertEquals(Optional.empty(), known.openFrom());
    }

    @Test
    void theLastMessageIsFoundHoweverLongAgoItWas() {
        alive(SOURCE, NOON.minusSeconds(7));
        alive(SOURCE, NOON);
        for (Duration silence : List.of(
                Duration.ZERO, Duration.ofMinutes(29), Duration.ofHours(5), Duration.ofDays(3), Duration.ofDays(200))) {
            assertEquals(Optional.of(NOON), at(NOON.plus(silence)).heardUntil(), silence::toString);
        }
    }

    @Test
    void aCutThatIsNotFilledYetIsOpen() {
        alive(SOURCE, NOON.minusSeconds(60));
        append(new Batch.Lost(SOURCE, 1, NOON.minusSeconds(50), "CONNECTION_LOST"), NOON.minusSeconds(50));
        append(new Batch.Resumed(SOURCE, 2, NOON, Batch.How.RECREATED, Optional.of(NOON.minusSeconds(60))), NOON);
        assertEquals(Optional.of(NOON.minusSeconds(60)), at(NOON).openFrom());
        append(new Batch.Filled(SOURCE, 2, NOON.minusSeconds(60), NOON, Batch.Outcome.COMPLETE, 0), NOON);
        assertEquals(Optional.empty(), at(NOON).openFrom());
    }

    @Test
    void aValueThatStandsInTheJournalIsNotFreshAgain() {
        NodeValue value = new NodeValue("ns=2;s=X", Value.Numeric.of(12.5), 0, Optional.of(NOON), Optional.of(NOON));
        append(new Batch.Live(SOURCE, 1, NOON, List.of(value)), NOON);
        assertEquals(List.of(), at(NOON).fresh(List.of(value)));
    }

    @Test
    void manyRecordsAreReadToTheLast() {
        for (int i = 0; i <= 1_200; i++) {
            alive(SOURCE, NOON.plusSeconds(i));
        }
        assertEquals(
                Optional.of(NOON.plusSeconds(1_200)),
                at(NOON.plusSeconds(1_300)).heardUntil());
    }

    private Recollection at(Instant now) {
        return new Recollections(journal, Clock.fixed(now, ZoneOffset.UTC)).apply(SOURCE);
    }

    private void alive(Mn source, Instant at) {
        append(new Batch.Alive(source, 1, at), at);
    }

    private void append(Batch batch, Instant at) {
        journal.append(
                new Arrival(
                        at,
                        "opcua",
                        "10.1.2.3:4840",
                        Optional.of(batch.source()),
                        Arrival.Disposition.ACCEPTED,
                        "",
                        BatchCodec.encode(batch)),
                new Journal.Receipt() {
                    @Override
                    public void durable(long sequence) {}

                    @Override
                    public void refused(Journal.Refusal why) {
                        throw new AssertionError("the journal in memory refused: " + why);
                    }
                });
    }
}
