package io.stackwatch.gateway.records;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the records are kept and how long a caller waits for a connection.
 *
 * @param url JDBC URL, {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql://host:port/database}
 * @param user user name; empty where the database asks for none
 * @param password password; never logged
 * @param readers connections for reading beside the one that writes
 * @param patience how long a caller waits for a connection before it fails
 */
public record StoreOptions(String url, String user, String password, int readers, Duration patience) {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRES = "jdbc:postgresql:";

    public StoreOptions {
        if (!url.startsWith(SQLITE) && !url.startsWith(POSTGRES)) {
            throw new IllegalArgumentException("records live in SQLite or PostgreSQL, not in '" + url + "'");
        }
        if (readers < 1 || readers > 64) {
            throw new IllegalArgumentException("1 to 64 readers, not " + readers);
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience must be positive: " + patience);
        }
    }

    /** The embedded store in this file, made if missing. */
    public static StoreOptions sqlite(Path file) {
        return new StoreOptions(SQLITE + file.toAbsolutePath(), "", "", 4, Duration.ofSeconds(30));
    }

    /** A PostgreSQL database that exists. */
    public static StoreOptions postgres(String url, String user, String password) {
        return new StoreOptions(url, user, password, 8, Duration.ofSeconds(30));
    }

    /** The same with another number of reading connections. */
    public StoreOptions withReaders(int count) {
        return new StoreOptions(url, user, password, count, patience);
    }

    /** The same with another patience. */
    public StoreOptions withPatience(Duration wait) {
        return new StoreOptions(url, user, password, readers, wait);
    }

    boolean isSqlite() {
        return url.startsWith(SQLITE);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url;
    }
}
