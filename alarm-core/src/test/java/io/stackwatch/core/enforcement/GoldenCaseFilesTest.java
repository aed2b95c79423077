package io.stackwatch.core.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.DataTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded histories fold to the same file with every later version; a new history is added, an old one is never touched. */
final class GoldenCaseFilesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "casefiles");

    static Stream<String> histories() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void aRecordedHistoryFoldsToTheSameFile(String name) throws IOException {
        DataTable table = DataTable.parse(name, Files.readString(FOLDER.resolve(name)));
        CaseFile file = CaseFile.fold(CaseStory.PROCESS, CaseHistory.subject(table), CaseHistory.acts(table));
        Path expected = FOLDER.resolve(name.replace(".csv", ".txt"));
        if (Boolean.getBoolean("stackwatch.regenerate") && !Files.exists(expected)) {
            Files.writeString(expected, CaseHistory.text(file));
        }
        assertEquals(Files.readString(expected), CaseHistory.text(file));
    }

    @Test
    void theRecordedHistoriesAreAllThere() throws IOException {
        assertTrue(histories()
                .toList()
                .containsAll(List.of(
                        "2026-appeal-annulled.csv",
                        "2026-closure-after-follow-up.csv",
                        "2026-county-written-off.csv",
                        "2026-fine-paid-on-the-last-day.csv",
                        "2026-livelihood-in-january.csv",
                        "2026-restriction-then-suspension.csv",
                        "2026-three-rounds.csv",
                        "2026-took-over-and-split.csv",
                        "2026-unpaid-to-the-court.csv")));
    }
}
