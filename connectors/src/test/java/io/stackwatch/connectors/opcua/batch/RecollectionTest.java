package io.stackwatch.connectors.opcua.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecollectionTest {

    private static final Mn SOURCE = new Mn("B01");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Recollection recollection = new Recollection();

    private static NodeValue at(int second, float value) {
        return new NodeValue(
                "ns=2;s=SO2", Value.Numeric.of(value), 0, Optional.of(NOON.plusSeconds(second)), Optional.empty());
    }

    private static Batch live(int second, NodeValue... values) {
        return new Batch.Live(SOURCE, 7, NOON.plusSeconds(second), List.of(values));
    }

    private static Batch resumed(int second) {
        return new Batch.Resumed(SOURCE, 7, NOON, Batch.How.RECREATED, Optional.of(NOON.plusSeconds(second)));
    }

    @Test
    void aValueComesOnceWhateverBroughtIt() {
        recollection.add(live(0, at(0, 1f)));
        assertEquals(List.of(at(1, 1f)), recollection.fresh(List.of(at(0, 1f), at(1, 1f))));
        assertEquals(List.of(), recollection.fresh(List.of(at(0, 1f), at(1, 1f))));
        assertEquals(List.of(), recollection.freshOfHistory(List.of(at(1, 1f))));
    }

    @Test
    void anotherTimeStatusContentOrNodeIsAnotherValue() {
        recollection.add(live(0, at(0, 1f)));
        NodeValue bad =
                new NodeValue("ns=2;s=SO2", Value.Numeric.of(1f), 0x80000000L, Optional.of(NOON), Optional.empty());
        NodeValue other = new NodeValue("ns=2;s=NOX", Value.Numeric.of(1f), 0, Optional.of(NOON), Optional.empty());
        List<NodeValue> all = List.of(at(1, 1f), at(0, 2f), bad, other);
        assertEquals(all, recollection.fresh(all));
    }

    @Test
    void aValueWithoutAnyTimeCannotBeToldApartAndAlwaysComes() {
        NodeValue timeless = new NodeValue("ns=2;s=SO2", Value.Numeric.of(1f), 0, Optional.empty(), Optional.empty());
        assertEquals(List.of(timeless, timeless), recollection.fresh(List.of(timeless, timeless)));
    }

    @Test
    void soManyValuesOfANodeAreRememberedAndNoMore() {
        List<NodeValue> many = IntStream.rangeClosed(0, OnceFilter.REMEMBERED)
                .mapToObj(i -> at(i, 1f))
                .toList();
        assertEquals(many, recollection.fresh(many));
        assertEquals(List.of(), recollection.fresh(many.subList(1, many.size())), "the newest are remembered");
        assertEquals(List.of(many.get(0)), recollection.fresh(List.of(many.get(0))), "the oldest is not");
    }

    @Test
    void aCutIsOpenFromTheLastMessageUntilItIsFilled() {
        assertEquals(Optional.empty(), recollection.openFrom());
        recollection.add(new Batch.Resumed(SOURCE, 7, NOON, Batch.How.STARTED, Optional.empty()));
        assertEquals(Optional.empty(), recollection.openFrom(), "before the first message nothing is missing");
        recollection.add(live(0, at(0, 1f)));
        recollection.add(new Batch.Alive(SOURCE, 7, NOON.plusSeconds(5)));
        assertEquals(Optional.of(NOON.plusSeconds(5)), recollection.heardUntil());
        recollection.add(new Batch.Lost(SOURCE, 7, NOON.plusSeconds(6), "SILENT"));
        recollection.add(resumed(5));
        recollection.add(live(60, at(60, 1f)));
        recollection.add(resumed(60));
        assertEquals(Optional.of(NOON.plusSeconds(5)), recollection.openFrom(), "the older cut is still open");
        recollection.add(new Batch.Filled(SOURCE, 7, NOON, NOON, Batch.Outcome.COMPLETE, 0));
        assertEquals(Optional.empty(), recollection.openFrom());
    }

    @Test
    void aReadingThatBrokeOffGoesOnWhereItWas() {
        recollection.add(live(0, at(0, 1f)));
        recollection.add(resumed(0));
        recollection.add(new Batch.History(SOURCE, 7, NOON, List.of(at(1, 1f), at(2, 1f))));
        assertEquals(Optional.of(NOON.plusSeconds(2)), recollection.readUntil("ns=2;s=SO2"));
        assertEquals(List.of(at(3, 1f)), recollection.freshOfHistory(List.of(at(1, 9f), at(2, 1f), at(3, 1f))));
        recollection.add(new Batch.Filled(SOURCE, 7, NOON, NOON, Batch.Outcome.COMPLETE, 3));
        recollection.add(resumed(60));
        assertEquals(Optional.empty(), recollection.readUntil("ns=2;s=SO2"), "of another cut nothing has been read");
    }

    @Test
    void whatCameLiveWhileACutWasOpenDoesNotComeAgainFromHistory() {
        recollection.add(live(0, at(0, 1f)));
        recollection.add(resumed(0));
        // more than the filter remembers
        for (int second = 100; second < 300; second++) {
            recollection.add(live(second, at(second, 1f)));
        }
        recollection.add(resumed(299));
        recollection.add(live(400, at(400, 1f)));
        recollection.add(live(401, at(401, 1f)));
        List<NodeValue> history =
                IntStream.rangeClosed(1, 405).mapToObj(i -> at(i, 1f)).toList();
        List<NodeValue> gaps = history.stream()
                .filter(value -> {
                    long second = value.sourceTime().orElseThrow().getEpochSecond() - NOON.getEpochSecond();
                    return second < 100 || (second > 299 && second < 400) || second > 401;
                })
                .toList();
        assertEquals(gaps, recollection.freshOfHistory(history));
    }

    @Test
    void whatWasReadBackDoesNotComeAgainFromAQueueOfTheServer() {
        recollection.add(live(0, at(0, 1f)));
        recollection.add(resumed(0));
        List<NodeValue> history =
                IntStream.rangeClosed(1, 200).mapToObj(i -> at(i, 1f)).toList();
        recollection.add(new Batch.History(SOURCE, 7, NOON, history));
        assertEquals(List.of(at(201, 1f)), recollection.fresh(List.of(at(1, 1f), at(100, 1f), at(201, 1f))));
        recollection.add(new Batch.Filled(SOURCE, 7, NOON, NOON, Batch.Outcome.COMPLETE, 200));
        assertEquals(List.of(at(202, 1f)), recollection.fresh(List.of(at(2, 1f), at(202, 1f))));
    }

    @Test
    void anotherCutBeginsWhereTheFilledOneEnded() {
        recollection.add(live(0, at(0, 1f)));
        recollection.add(resumed(0));
        recollection.add(new Batch.Filled(SOURCE, 7, NOON, NOON.plusSeconds(60), Batch.Outcome.COMPLETE, 0));
        assertEquals(Optional.of(NOON.plusSeconds(60)), recollection.heardUntil());
    }

    @Test
    void whatIsReadBackInSeveralReadingsIsCountedTogetherAndForEachCutAnew() {
        recollection.add(live(0, at(0, 1f)));
        recollection.add(resumed(0));
        assertEquals(0, recollection.broughtBack());
        recollection.add(new Batch.History(SOURCE, 7, NOON, List.of(at(1, 1f), at(2, 1f))));
        recollection.add(new Batch.Lost(SOURCE, 7, NOON.plusSeconds(3), "SILENT"));
        recollection.add(resumed(0));
        recollection.add(new Batch.History(SOURCE, 7, NOON, List.of(at(3, 1f))));
        assertEquals(3, recollection.broughtBack(), "the reading that broke off counts too");
        recollection.add(new Batch.Filled(SOURCE, 7, NOON, NOON.plusSeconds(60), Batch.Outcome.COMPLETE, 3));
        assertEquals(0, recollection.broughtBack());
        recollection.add(resumed(60));
        recollection.add(new Batch.History(SOURCE, 7, NOON, List.of(at(70, 1f))));
        assertEquals(1, recollection.broughtBack(), "of this cut alone");
    }
}
