package io.stackwatch.gateway.records;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteAlarmDeskTest extends AlarmDeskContract {

    @TempDir
    Path folder;

    @Override
    StoreOptions fresh() {
        return MigratedFile.sqlite(folder.resolve("records.db"));
    }
}
