package io.stackwatch.gateway.journal.segment;

import java.io.IOException;

/** A file of the journal does not hold what was written to it. */
public final class DamagedFileException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedFileException(String message) {
        super(message);
    }

    DamagedFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
