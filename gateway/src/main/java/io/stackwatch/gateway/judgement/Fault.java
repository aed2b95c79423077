package io.stackwatch.gateway.judgement;

import java.sql.SQLException;
import java.util.Set;

/** Whose fault a failure is: the item's, which is parked, or the world's, which is waited for. */
final class Fault {

    private static final int LONGEST_REASON = 500;

    /** SQLite's primary result codes that speak of the datum: SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH. */
    private static final Set<Integer> SQLITE_DATA = Set.of(18, 19, 20);

    private Fault() {}

    /** Whether trying again could not help: our own code, or a datum that the store does not take. */
    static boolean isOfTheItem(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state == null
                        ? SQLITE_DATA.contains(sql.getErrorCode() & 0xff)
                        : state.startsWith("22") || state.startsWith("23");
            }
        }
        return true;
    }

    static String reason(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String reason = root.getClass().getSimpleName() + ": " + root.getMessage();
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }
}
