package io.stackwatch.gateway.journal.segment;

import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.JournalContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SegmentJournalContractTest extends JournalContract {

    @TempDir
    private Path directory;

    /** Segments so small that every contract test runs over several of them. */
    @Override
    protected Journal open() throws IOException {
        return SegmentJournal.open(directory, TestOptions.tiny());
    }
}
