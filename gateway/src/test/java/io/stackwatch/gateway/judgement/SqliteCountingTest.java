package io.stackwatch.gateway.judgement;

import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.StoreOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteCountingTest extends CountingContract {

    @TempDir
    Path folder;

    private int stores;

    @Override
    StoreOptions fresh() {
        return MigratedFile.sqlite(folder.resolve("records" + ++stores + ".db"));
    }
}
