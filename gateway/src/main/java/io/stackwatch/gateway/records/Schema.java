package io.stackwatch.gateway.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;

/**
 * The tables of a store, and the migrations that made them.
 *
 * <p>Flyway makes and changes them. To find that nothing is to be done it takes a second, most of it for loading itself, and a gateway
 * that comes back after a crash has none to spare: a store whose history is line by line that of this program ({@code schema.csv},
 * number and checksum of each migration) is taken as it is. Stateless.
 */
final class Schema {

    private static final String MIGRATIONS = "classpath:io/stackwatch/gateway/records/migration";

    private Schema() {}

    /** Brings a store to the present schema; fails if a migration does, or is not the one that was applied. */
    static void bring(StoreOptions options) {
        if (!isPresent(options)) {
            flyway(options).migrate();
        }
    }

    static Flyway flyway(StoreOptions options) {
        return Flyway.configure()
                .dataSource(options.url(), options.user(), options.password())
                .locations(MIGRATIONS)
                .load();
    }

    /** Whether exactly the migrations of this program were applied; also not if the store cannot be asked. */
    static boolean isPresent(StoreOptions options) {
        TreeSet<String> applied = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(options.url(), options.user(), options.password());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT version, checksum, success FROM flyway_schema_history")) {
            while (rows.next()) {
                applied.add(rows.getString("version") + "," + rows.getString("checksum")
                        + (rows.getBoolean("success") ? "" : ",failed"));
            }
        } catch (SQLException noHistory) {
            // a new store, or one that Flyway has more to say about
            return false;
        }
        return applied.equals(new TreeSet<>(migrations()));
    }

    /** Number and checksum of every migration of this program. */
    static List<String> migrations() {
        try (InputStream file = Schema.class.getResourceAsStream("schema.csv")) {
            if (file == null) {
                throw new IllegalStateException("schema.csv is not in the program");
            }
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
