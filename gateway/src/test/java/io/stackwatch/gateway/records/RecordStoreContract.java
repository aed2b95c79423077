package io.stackwatch.gateway.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store promises, whichever database is under it. */
abstract class RecordStoreContract {

    private StoreOptions options;
    private RecordStore store;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        options = fresh();
        store = RecordStore.open(options);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatWasWrittenIsReadByOthersAfterTheCommit() {
        store.write(handle -> park(handle, "a"));
        assertEquals(1, store.read(RecordStoreContract::parked));
    }

    @Test
    void aTransactionThatThrowsLeavesNothing() {
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> store.write(handle -> {
                    park(handle, "a");
                    throw new IllegalStateException("in the middle");
                }));
        assertEquals("in the middle", thrown.getMessage());
        assertEquals(0, store.read(RecordStoreContract::parked));
        store.write(handle -> park(handle, "b"));
        assertEquals(1, store.read(RecordStoreContract::parked));
    }

    @Test
    void aSecondOpeningFindsTheSchemaAndTheRows() {
        store.write(handle -> park(handle, "a"));
        store.close();
        store = RecordStore.open(options);
        assertEquals(1, store.read(RecordStoreContract::parked));
    }

    @Test
    void aReaderIsServedWhileAWriterWorks() {
        int inside = store.write(handle -> store.read(RecordStoreContract::parked));
        assertEquals(0, inside, "a reader is served while a writer works");
    }

    private static int park(Handle handle, String subject) {
        return handle.execute("INSERT INTO parked (subject, kind, reason, at) VALUES (?, 'TEST', 'test', 0)", subject);
    }

    private static int parked(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM parked")
                .mapTo(Integer.class)
                .one();
    }
}
