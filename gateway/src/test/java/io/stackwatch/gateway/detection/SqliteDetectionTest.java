package io.stackwatch.gateway.detection;

import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.StoreOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteDetectionTest extends DetectionContract {

    @TempDir
    Path folder;

    @Override
    StoreOptions fresh() {
        return MigratedFile.sqlite(folder.resolve("records.db"));
    }
}
