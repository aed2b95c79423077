package io.stackwatch.gateway.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
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

    @Test
    void theListOfMigrationsIsWhatFlywayFindsSoThatAStoreIsOpenedWithoutIt() {
        List<String> found = Arrays.stream(Schema.flyway(options).info().applied())
                .map(migration -> migration.getVersion() + "," + migration.getChecksum())
                .sorted()
                .toList();
        assertEquals(found, Schema.migrations().stream().sorted().toList(), "the lines of schema.csv");
        assertTrue(Schema.isPresent(options));
    }

    @Test
    void aStoreWhoseMigrationsAreOthersIsLeftToFlywayWhichRefusesIt() {
        store.write(handle -> handle.execute("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '2'"));
        assertFalse(Schema.isPresent(options));
        FlywayException refused = assertThrows(FlywayException.class, () -> RecordStore.open(options));
        assertTrue(refused.getMessage().contains("version 2"), refused.getMessage());
    }

    @Test
    void aStoreWithoutTheLastMigrationIsNotThePresentOne() {
        store.write(
                handle -> handle.execute(
                        "DELETE FROM flyway_schema_history WHERE installed_rank = (SELECT MAX(installed_rank) FROM flyway_schema_history)"));
        assertFalse(Schema.isPresent(options));
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
