package io.stackwatch.gateway.records;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Rows for one statement, sent together. Plain JDBC: binding a value through JDBI costs more than storing it, which counts
 * where an hour of a whole city is written.
 */
final class RowBatch implements AutoCloseable {

    /** Rows that are held before they are sent. */
    private static final int MOST = 1_000;

    private final PreparedStatement statement;
    private int waiting;

    RowBatch(Handle handle, String sql) {
        try {
            this.statement = handle.getConnection().prepareStatement(sql);
        } catch (SQLException failed) {
            throw new UncheckedSqlException(failed);
        }
    }

    /** One row: text, numbers, or null. */
    void add(@Nullable Object... values) {
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
            if (++waiting == MOST) {
                execute();
            }
        } catch (SQLException failed) {
            throw new UncheckedSqlException(failed);
        }
    }

    /** Sends what is held. */
    void execute() {
        try {
            if (waiting > 0) {
                waiting = 0;
                statement.executeBatch();
            }
        } catch (SQLException failed) {
            throw new UncheckedSqlException(failed);
        }
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException failed) {
            throw new UncheckedSqlException(failed);
        }
    }

    /** What the database said; the cause tells whose fault it is. */
    private static final class UncheckedSqlException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UncheckedSqlException(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
