package io.stackwatch.gateway.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Embedded stores for tests, copied from one that has the present schema: making the tables takes longer than most tests. */
public final class MigratedFile {

    private MigratedFile() {}

    /** The store in a file; if there is no file, an empty store of the present schema is put there. */
    public static StoreOptions sqlite(Path file) {
        try {
            if (Files.notExists(file)) {
                Files.write(file, Template.BYTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return StoreOptions.sqlite(file);
    }

    /** Made when the first test asks. */
    private static final class Template {

        static final byte[] BYTES = bytes();

        private static byte[] bytes() {
            try {
                Path folder = Files.createTempDirectory("migrated");
                Path file = folder.resolve("records.db");
                RecordStore.open(StoreOptions.sqlite(file)).close();
                byte[] bytes = Files.readAllBytes(file);
                Files.delete(file);
                Files.delete(folder);
                return bytes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
