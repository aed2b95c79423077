package io.stackwatch.gateway.app;

/** What the program's exit code means; documented in docs/operations.md. */
final class ExitCode {

    /** Done. */
    static final int OK = 0;

    /** Something failed that should not: see the log. */
    static final int FAILED = 1;

    /** The command line or the configuration cannot be used; nothing was started. */
    static final int USAGE = 2;

    /** The command did its work, and what it looked at is not in order (sheets with errors, a damaged journal). */
    static final int FINDINGS = 3;

    private ExitCode() {}
}
