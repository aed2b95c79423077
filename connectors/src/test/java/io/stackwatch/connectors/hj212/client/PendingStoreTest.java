package io.stackwatch.connectors.hj212.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** HJ 212-2025 8.1.2: what could not be sent is kept and sent later, in order. */
class PendingStoreTest {

    @Test
    void whatIsGivenBackStandsWhereItsAgePutsIt() {
        PendingStore<String> store = new PendingStore<>(10, 10);
        store.addFresh("first");
        store.addFresh("second");
        PendingStore.Pending<String> first = store.takeFresh().orElseThrow();
        PendingStore.Pending<String> second = store.takeFresh().orElseThrow();
        store.addBacklog("third");

        store.giveBack(second);
        store.giveBack(first);

        assertEquals("first", store.takeBacklog().orElseThrow().item());
        assertEquals("second", store.takeBacklog().orElseThrow().item());
        assertEquals("third", store.takeBacklog().orElseThrow().item());
        assertTrue(store.takeBacklog().isEmpty());
    }

    @Test
    void theOldestFreshItemBecomesBacklogWhenThereAreTooMany() {
        PendingStore<String> store = new PendingStore<>(2, 10);

        store.addFresh("a");
        store.addFresh("b");
        store.addFresh("c");

        assertEquals(2, store.freshSize());
        assertEquals("a", store.takeBacklog().orElseThrow().item());
        assertEquals(0, store.lost());
    }

    @Test
    void theOldestBacklogIsLostAndCountedWhenThereIsTooMuch() {
        PendingStore<String> store = new PendingStore<>(2, 2);

        store.addBacklog("a");
        store.addBacklog("b");
        store.addBacklog("c");

        assertEquals(1, store.lost());
        assertEquals("b", store.takeBacklog().orElseThrow().item());
        assertEquals("c", store.takeBacklog().orElseThrow().item());
    }
}
