package io.stackwatch.gateway.records;

import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Watches the statements of a store's writer, and may act just before one of them, as a fault or a crash would. */
public final class FailingStatements implements SqlLogger {

    /** What happens before a statement. */
    public interface Before {
        /** May throw, which fails the transaction. */
        void statement(int number, StatementContext context);
    }

    private final Before before;
    private int seen;

    private FailingStatements(Before before) {
        this.before = before;
    }

    /** Watches the writer of a store from now on; the first statement is number 1. */
    public static FailingStatements watch(RecordStore store, Before before) {
        FailingStatements watching = new FailingStatements(before);
        store.writer().setSqlLogger(watching);
        return watching;
    }

    /** Watches no longer. */
    public static void leave(RecordStore store) {
        store.writer().setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    }

    /** Statements that were begun. */
    public int seen() {
        return seen;
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
        before.statement(++seen, context);
    }
}
