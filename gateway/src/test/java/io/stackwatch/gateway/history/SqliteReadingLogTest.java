package io.stackwatch.gateway.history;

import static io.stackwatch.gateway.history.ReadingFixture.BOILER;
import static io.stackwatch.gateway.history.ReadingFixture.MORNING;
import static io.stackwatch.gateway.history.ReadingFixture.SO2;
import static io.stackwatch.gateway.history.ReadingFixture.hour;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.measurement.Span;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteReadingLogTest extends ReadingLogContract {

    @TempDir
    private Path folder;

    @Override
    ReadingLog emptyLog() {
        return SqliteReadingLog.open(folder.resolve("history.db"));
    }

    @Test
    void afterOpeningAgainEverythingIsThereAndNumbersAreStillTheSameWords() {
        Path file = folder.resolve("again.db");
        try (ReadingLog log = SqliteReadingLog.open(file)) {
            log.write(List.of(hour(BOILER, SO2, MORNING, "1")));
        }
        try (ReadingLog log = SqliteReadingLog.open(file)) {
            log.write(List.of(hour(ReadingFixture.KILN, ReadingFixture.DUST, MORNING, "2")));
            assertEquals(
                    1, log.latest(BOILER, Span.HOUR, MORNING).get(0).point().value());
            assertEquals(
                    SO2, log.latest(BOILER, Span.HOUR, MORNING).get(0).figure().factor());
        }
    }

    @Test
    void aFileThatCannotBeOpenedIsNamed() {
        Path nowhere = folder.resolve("no/such/folder/history.db");
        ReadingLog.Unavailable failure =
                assertThrows(ReadingLog.Unavailable.class, () -> SqliteReadingLog.open(nowhere));
        assertEquals(true, failure.getMessage().contains(nowhere.toString()), failure.getMessage());
    }
}
