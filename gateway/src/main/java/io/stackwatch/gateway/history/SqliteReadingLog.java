package io.stackwatch.gateway.history;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.registry.OutletId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The embedded {@link ReadingLog}: one SQLite file of its own, one row per outlet, span and instant with all values packed.
 *
 * <p>Write-ahead log with a full flush per batch, one writer, a few readers beside it. Deleting the file is harmless as long
 * as the journal is kept.
 */
public final class SqliteReadingLog implements ReadingLog {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int READERS = 4;

    private final Connection writer;
    private final HikariDataSource readers;
    private final SqliteDictionary outlets;
    private final SqliteDictionary measures;
    private final SqliteDictionary flags;

    private SqliteReadingLog(Connection writer, HikariDataSource readers) throws SQLException {
        this.writer = writer;
        this.readers = readers;
        this.outlets = new SqliteDictionary(writer, "outlet");
        this.measures = new SqliteDictionary(writer, "measure");
        this.flags = new SqliteDictionary(writer, "flag");
    }

    /** Opens the file, or makes it. */
    public static SqliteReadingLog open(Path file) {
        String url = "jdbc:sqlite:" + file.toAbsolutePath();
        try {
            Connection writer = DriverManager.getConnection(url);
            try (Statement statement = writer.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
                statement.execute("PRAGMA busy_timeout = " + PATIENCE.toMillis());
                statement.execute("CREATE TABLE IF NOT EXISTS pack (outlet INTEGER NOT NULL, span INTEGER NOT NULL,"
                        + " start_ms INTEGER NOT NULL, vals BLOB NOT NULL,"
                        + " PRIMARY KEY (outlet, span, start_ms)) WITHOUT ROWID");
            }
            return new SqliteReadingLog(writer, readers(url));
        } catch (SQLException e) {
            throw new Unavailable("history file " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static HikariDataSource readers(String url) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("history-readers");
        config.setJdbcUrl(url);
        config.setConnectionInitSql("PRAGMA query_only = ON");
        config.setMaximumPoolSize(READERS);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.addDataSourceProperty("busy_timeout", String.valueOf(PATIENCE.toMillis()));
        return new HikariDataSource(config);
    }

    @Override
    public synchronized void write(List<Entry> batch) {
        try {
            Map<RowKey, SortedMap<Integer, PackedValues.Value>> rows = rows(batch);
            writer.setAutoCommit(false);
            try {
                merge(rows);
                writer.commit();
            } catch (SQLException e) {
                writer.rollback();
                throw e;
            } finally {
                writer.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new Unavailable("history cannot be written: " + e.getMessage(), e);
        }
    }

    private Map<RowKey, SortedMap<Integer, PackedValues.Value>> rows(List<Entry> batch) throws SQLException {
        Map<RowKey, SortedMap<Integer, PackedValues.Value>> rows = new LinkedHashMap<>();
        for (Entry entry : batch) {
            double number = entry.reading().number().doubleValue();
            if (!Double.isFinite(number)) {
                continue;
            }
            int outlet = outlets.number(entry.outlet().value());
            int measure = measures.number(Measure.of(entry).word());
            Optional<DataFlag> flag = entry.reading().flag();
            int flagNumber = flag.isPresent() ? flags.number(flag.get().letters()) : 0;
            RowKey key = new RowKey(
                    outlet,
                    code(entry.reading().span()),
                    entry.reading().start().toEpochMilli());
            rows.computeIfAbsent(key, absent -> new TreeMap<>())
                    .put(measure, new PackedValues.Value(flagNumber, number));
        }
        return rows;
    }

    private void merge(Map<RowKey, SortedMap<Integer, PackedValues.Value>> rows) throws SQLException {
        try (PreparedStatement select = writer.prepareStatement(
                        "SELECT vals FROM pack WHERE outlet = ? AND span = ? AND start_ms = ?");
                PreparedStatement upsert =
                        writer.prepareStatement("INSERT INTO pack (outlet, span, start_ms, vals) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (outlet, span, start_ms) DO UPDATE SET vals = excluded.vals")) {
            for (Map.Entry<RowKey, SortedMap<Integer, PackedValues.Value>> row : rows.entrySet()) {
                RowKey key = row.getKey();
                key.bind(select);
                SortedMap<Integer, PackedValues.Value> merged = new TreeMap<>();
                try (ResultSet present = select.executeQuery()) {
                    if (present.next()) {
                        merged.putAll(PackedValues.unpack(present.getBytes(1)));
                    }
                }
                merged.putAll(row.getValue());
                key.bind(upsert);
                upsert.setBytes(4, PackedValues.pack(merged));
                upsert.executeUpdate();
            }
        }
    }

    @Override
    public Series series(Figure figure, Instant from, Instant until, int maxPoints) {
        SeriesThinner thinner = new SeriesThinner(figure, from, until, maxPoints);
        Optional<Integer> outlet = outlets.known(figure.outlet().value());
        if (outlet.isEmpty()) {
            return thinner.series();
        }
        try (Connection reader = readers.getConnection();
                PreparedStatement select =
                        reader.prepareStatement("SELECT start_ms, vals FROM pack WHERE outlet = ? AND span = ?"
                                + " AND start_ms >= ? AND start_ms < ? ORDER BY start_ms")) {
            select.setInt(1, outlet.get());
            select.setInt(2, code(figure.span()));
            select.setLong(3, from.toEpochMilli());
            select.setLong(4, until.toEpochMilli());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Instant start = Instant.ofEpochMilli(rows.getLong(1));
                    PackedValues.unpack(rows.getBytes(2)).forEach((number, value) -> {
                        Measure measure = Measure.ofWord(measures.word(number));
                        if (measure.factor().equals(figure.factor()) && measure.statistic() == figure.statistic()) {
                            thinner.add(point(start, measure, value));
                        }
                    });
                }
            }
            return thinner.series();
        } catch (SQLException e) {
            throw new Unavailable("history cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public List<Latest> latest(OutletId outlet, Span span, Instant since) {
        Optional<Integer> number = outlets.known(outlet.value());
        if (number.isEmpty()) {
            return List.of();
        }
        Map<Figure, Latest> newest = new HashMap<>();
        try (Connection reader = readers.getConnection();
                PreparedStatement select =
                        reader.prepareStatement("SELECT start_ms, vals FROM pack WHERE outlet = ? AND span = ?"
                                + " AND start_ms >= ? ORDER BY start_ms DESC")) {
            select.setInt(1, number.get());
            select.setInt(2, code(span));
            select.setLong(3, since.toEpochMilli());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Instant start = Instant.ofEpochMilli(rows.getLong(1));
                    PackedValues.unpack(rows.getBytes(2)).forEach((measureNumber, value) -> {
                        Measure measure = Measure.ofWord(measures.word(measureNumber));
                        Figure figure = new Figure(outlet, measure.factor(), measure.statistic(), span);
                        newest.putIfAbsent(figure, new Latest(figure, point(start, measure, value)));
                    });
                }
            }
        } catch (SQLException e) {
            throw new Unavailable("history cannot be read: " + e.getMessage(), e);
        }
        List<Latest> ordered = new ArrayList<>(newest.values());
        ordered.sort(BY_FIGURE);
        return ordered;
    }

    @Override
    public synchronized void forget(Span span, Instant before) {
        try (PreparedStatement delete =
                writer.prepareStatement("DELETE FROM pack WHERE span = ? AND start_ms < ? AND outlet = ?")) {
            for (int outlet = 1; outlet <= outlets.size(); outlet++) {
                delete.setInt(1, code(span));
                delete.setLong(2, before.toEpochMilli());
                delete.setInt(3, outlet);
                delete.executeUpdate();
            }
        } catch (SQLException e) {
            throw new Unavailable("history cannot forget: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        readers.close();
        try {
            writer.close();
        } catch (SQLException e) {
            throw new Unavailable("history cannot be closed: " + e.getMessage(), e);
        }
    }

    static final Comparator<Latest> BY_FIGURE = Comparator.comparing(
                    (Latest latest) -> latest.figure().factor())
            .thenComparing(latest -> latest.figure().statistic());

    private Point point(Instant start, Measure measure, PackedValues.Value value) {
        Optional<DataFlag> flag =
                value.flag() == 0 ? Optional.empty() : Optional.of(new DataFlag(flags.word(value.flag())));
        return new Point(start, value.number(), measure.unit(), flag);
    }

    /** The number under which a span is stored; part of the file's format. */
    private static int code(Span span) {
        return switch (span) {
            case REALTIME -> 0;
            case MINUTE -> 1;
            case HOUR -> 2;
            case DAY -> 3;
        };
    }

    private record RowKey(int outlet, int span, long startMillis) {

        void bind(PreparedStatement statement) throws SQLException {
            statement.setInt(1, outlet);
            statement.setInt(2, span);
            statement.setLong(3, startMillis);
        }
    }
}
