package io.stackwatch.gateway.app;

import io.stackwatch.gateway.casework.Letterheads;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.records.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the parts of a gateway keep their files below {@code data-dir}. */
record DataFolder(Path root) {

    /** The folder that the settings name, made if it is not there. */
    static DataFolder of(Config config) throws IOException {
        return new DataFolder(Files.createDirectories(config.get(Settings.DATA_DIR)));
    }

    Path journal() {
        return root.resolve("journal");
    }

    Path history() {
        return root.resolve("history.db");
    }

    /** Where the papers of months are kept; they can be made again. */
    Path papers() {
        return root.resolve("papers");
    }

    /** The heads of documents that the bureau has given, in {@code letterheads.csv}. */
    Letterheads letterheads() {
        return Letterheads.load(root);
    }

    /** The folder of files that prove marks. */
    Path proofs() {
        return root.resolve("proofs");
    }

    /** The file with the master key of the stations' keys. */
    Path masterKey(Config config) {
        return root.resolve(config.get(Settings.KEYS_MASTER_FILE));
    }

    /** The folder of certificates of OPC UA. */
    Path trust(Config config) {
        return root.resolve(config.get(Settings.OPCUA_TRUST_DIR));
    }

    /** The store of decisions: here, or the PostgreSQL server that the settings name. */
    StoreOptions records(Config config) {
        String url = config.get(Settings.RECORDS_URL);
        return url.equals("embedded")
                ? StoreOptions.sqlite(root.resolve("records.db"))
                : StoreOptions.postgres(url, config.get(Settings.RECORDS_USER), config.get(Settings.RECORDS_PASSWORD));
    }
}
