package io.stackwatch.gateway.records;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The SQL store: opened, brought to the present schema, and handed out in transactions.
 *
 * <p>One connection writes, so that writers queue instead of colliding; others read beside it and see what was committed.
 * Safe for use by several threads. On SQLite every commit is on the disk when {@link #write} returns (WAL,
 * {@code synchronous=FULL}).
 */
public final class RecordStore implements AutoCloseable {

    private final HikariDataSource writerSource;
    private final HikariDataSource readerSource;
    private final Jdbi writer;
    private final Jdbi reader;

    private RecordStore(HikariDataSource writerSource, HikariDataSource readerSource) {
        this.writerSource = writerSource;
        this.readerSource = readerSource;
        this.writer = Jdbi.create(writerSource);
        this.reader = Jdbi.create(readerSource);
    }

    /** Opens the store and applies the migrations that are missing; fails if one of them does, leaving the schema as it was. */
    public static RecordStore open(StoreOptions options) {
        Schema.bring(options);
        HikariDataSource writerSource = source(options, "records-writer", 1);
        try {
            return new RecordStore(writerSource, source(options, "records-reader", options.readers()));
        } catch (RuntimeException failed) {
            writerSource.close();
            throw failed;
        }
    }

    private static HikariDataSource source(StoreOptions options, String name, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(options.url());
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(options.patience().toMillis());
        if (options.isSqlite()) {
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("synchronous", "FULL");
            config.addDataSourceProperty("foreign_keys", "true");
            // else the driver parses every statement again to find out whether it inserts
            config.addDataSourceProperty("jdbc.get_generated_keys", "false");
            config.addDataSourceProperty(
                    "busy_timeout", String.valueOf(options.patience().toMillis()));
        } else {
            config.setUsername(options.user());
            config.setPassword(options.password());
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
            config.addDataSourceProperty(
                    "socketTimeout", String.valueOf(options.patience().toSeconds() * 4));
        }
        return new HikariDataSource(config);
    }

    /** The writer, for tests that let a statement fail. */
    Jdbi writer() {
        return writer;
    }

    /** Runs work in one transaction of the writer: all of it is kept, or, if it throws, none. */
    public <T> T write(Work<T> work) {
        return writer.inTransaction(work::with);
    }

    /** Runs work on a reading connection, in one transaction so that it sees one moment. */
    public <T> T read(Work<T> work) {
        return reader.inTransaction(work::with);
    }

    /** Connections in use and callers that wait for one, for metrics. */
    public Pressure pressure() {
        return new Pressure(
                writerSource.getHikariPoolMXBean().getThreadsAwaitingConnection(),
                readerSource.getHikariPoolMXBean().getActiveConnections(),
                readerSource.getHikariPoolMXBean().getThreadsAwaitingConnection());
    }

    @Override
    public void close() {
        readerSource.close();
        writerSource.close();
    }

    /** What is done with a connection, inside a transaction. */
    @FunctionalInterface
    public interface Work<T> {

        /** Does it; throwing rolls the transaction back. */
        T with(Handle handle);
    }

    /**
     * How busy the store is.
     *
     * @param waitingWriters callers that wait for the one writer
     * @param activeReaders reading connections in use
     * @param waitingReaders callers that wait for a reading connection
     */
    public record Pressure(int waitingWriters, int activeReaders, int waitingReaders) {}
}
