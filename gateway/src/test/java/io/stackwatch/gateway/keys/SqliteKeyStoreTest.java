package io.stackwatch.gateway.keys;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StoreOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SqliteKeyStoreTest extends KeyStoreContract {

    @Override
    StoreOptions fresh() {
        return MigratedFile.sqlite(folder.resolve("records.db"));
    }

    @Test
    void noFileOfTheStoreHasTheKey() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        try (RecordStore store = RecordStore.open(MigratedFile.sqlite(data.resolve("records.db")))) {
            KeyStore.open(store, folder.resolve("master.key"), Duration.ofDays(7))
                    .enter(MN, StationKey.of(FIRST), new Act(Instant.EPOCH, "王工", "first key"));
            assertNoFileHasIt(data);
        }
        assertNoFileHasIt(data);
    }

    private static void assertNoFileHasIt(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains(FIRST), file::toString);
                assertTrue(
                        !file.endsWith("records.db-wal") || bytes.contains("1:"), "the row is looked for where it is");
            }
        }
    }
}
