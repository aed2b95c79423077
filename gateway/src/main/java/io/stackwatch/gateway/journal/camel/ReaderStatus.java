package io.stackwatch.gateway.journal.camel;

import java.util.Optional;

/**
 * How a reading route is doing.
 *
 * @param cursor the cursor's name
 * @param position the last sequence number that it has dealt with
 * @param handled records dealt with since the start
 * @param failuresInARow failed attempts at the present batch; 0 when all is well
 * @param lastFailure the class and message of the failure that it waits for to pass
 */
public record ReaderStatus(
        String cursor, long position, long handled, int failuresInARow, Optional<String> lastFailure) {

    /** Whether it waits before it tries the same batch again. */
    public boolean retrying() {
        return failuresInARow > 0;
    }
}
