package io.stackwatch.gateway.records;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real PostgreSQL of its own for the tests of one JVM: made with initdb in a scratch folder, on a free port of loopback,
 * stopped and removed at the end. Missing binaries fail the test; they never skip it.
 */
public final class PostgresCluster implements BeforeAllCallback {

    private static final String INSTALL =
            "PostgreSQL's server binaries (initdb, pg_ctl) are needed by this test:" + " apt-get install -y postgresql";

    private final AtomicInteger databases = new AtomicInteger();
    private Running running;

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(PostgresCluster.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
    }

    /** Options for a database without rows that nobody else uses. */
    public StoreOptions freshDatabase(String name) {
        String database =
                name.toLowerCase(java.util.Locale.ROOT) + "_" + databases.incrementAndGet() + "_" + System.nanoTime();
        running.create(database, "TEMPLATE " + Running.MIGRATED + " STRATEGY FILE_COPY");
        return running.options(database);
    }

    /** One cluster for the JVM. */
    private record Running(Path folder, Path bin, int port) implements AutoCloseable {

        /** All migrations were applied to it once; a copy takes a tenth of their time. */
        private static final String MIGRATED = "migrated";

        static Running start() {
            try {
                Path bin = binaries();
                Path folder = Files.createTempDirectory("stackwatch-pg");
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
                int port = freePort();
                Running cluster = new Running(folder, bin, port);
                cluster.run(
                        "initdb",
                        "-D",
                        cluster.data(),
                        "-A",
                        "trust",
                        "-N",
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "-U",
                        "postgres");
                cluster.run(
                        "pg_ctl",
                        "-D",
                        cluster.data(),
                        "-w",
                        "-t",
                        "60",
                        "-l",
                        folder.resolve("log").toString(),
                        "-o",
                        "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder
                                + " -c fsync=off -c max_connections=200",
                        "start");
                cluster.create(MIGRATED, "");
                RecordStore.open(cluster.options(MIGRATED)).close();
                return cluster;
            } catch (IOException failed) {
                throw new IllegalStateException(INSTALL, failed);
            }
        }

        void create(String database, String how) {
            try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + database + " " + how);
            } catch (SQLException failed) {
                throw new IllegalStateException("cannot make database " + database, failed);
            }
        }

        StoreOptions options(String database) {
            return StoreOptions.postgres(url(database), "postgres", "").withReaders(2);
        }

        private String url(String database) {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        }

        private String data() {
            return folder.resolve("data").toString();
        }

        private void run(String program, String... arguments) throws IOException {
            List<String> command = new ArrayList<>();
            if (System.getProperty("user.name", "").equals("root")) {
                command.addAll(List.of("runuser", "-u", "postgres", "--"));
            }
            command.add(bin.resolve(program).toString());
            command.addAll(List.of(arguments));
            Path output = Files.createTempFile("stackwatch-pg", ".out");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                if (!process.waitFor(90, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(program + " did not end within 90 s: " + Files.readString(output));
                }
                if (process.exitValue() != 0) {
                    throw new IllegalStateException(
                            INSTALL + "; " + program + " said: " + Files.readString(output, StandardCharsets.UTF_8));
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for " + program, interrupted);
            } finally {
                Files.deleteIfExists(output);
            }
        }

        @Override
        public void close() throws IOException {
            run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "-t", "30", "stop");
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }

        private static Path binaries() throws IOException {
            List<Path> candidates = new ArrayList<>();
            Path debian = Path.of("/usr/lib/postgresql");
            if (Files.isDirectory(debian)) {
                try (Stream<Path> versions = Files.list(debian)) {
                    versions.map(version -> version.resolve("bin"))
                            .sorted(Comparator.reverseOrder())
                            .forEach(candidates::add);
                }
            }
            for (String entry : System.getenv("PATH").split(java.io.File.pathSeparator, -1)) {
                candidates.add(Path.of(entry));
            }
            return candidates.stream()
                    .filter(bin ->
                            Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("pg_ctl")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(INSTALL));
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }
}
