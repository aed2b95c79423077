package io.stackwatch.gateway.history;

import io.stackwatch.core.measurement.ReadingLog;

final class MemoryReadingLogTest extends ReadingLogContract {

    @Override
    ReadingLog emptyLog() {
        return new MemoryReadingLog();
    }
}
