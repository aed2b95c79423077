package io.stackwatch.gateway.history;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBException;
import org.influxdb.InfluxDBFactory;
import org.influxdb.dto.BatchPoints;
import org.influxdb.dto.Query;
import org.influxdb.dto.QueryResult;

/**
 * A {@link ReadingLog} in InfluxDB 1.x: one measurement per span; tags {@code outlet}, {@code factor}, {@code unit}; per
 * statistic a float field such as {@code Avg} and a string field {@code AvgFlag}, empty where no flag was sent.
 *
 * <p>Writes are synchronous and in milliseconds precision, so that a batch is stored when {@link #write} returns. The same
 * point again replaces fields, which is what makes a repeated batch harmless. Tried against server 1.6.7 only.
 */
public final class InfluxReadingLog implements ReadingLog {

    private static final int PAGE = 10_000;
    private static final List<Statistic> STATISTICS = List.of(Statistic.values());

    private final InfluxDB influx;
    private final InfluxOptions options;
    private volatile boolean databaseSeen;

    /** Makes the client; connects to nothing until it is used. */
    public InfluxReadingLog(InfluxOptions options) {
        this.options = options;
        OkHttpClient.Builder http = new OkHttpClient.Builder()
                .connectTimeout(options.connectTimeout())
                .readTimeout(options.callTimeout())
                .writeTimeout(options.callTimeout())
                .callTimeout(options.callTimeout());
        this.influx = (options.user().isEmpty()
                        ? InfluxDBFactory.connect(options.url().toString(), http)
                        : InfluxDBFactory.connect(options.url().toString(), options.user(), options.password(), http))
                .enableGzip();
    }

    @Override
    public void write(List<Entry> batch) {
        List<org.influxdb.dto.Point> points = points(batch);
        for (int start = 0; start < points.size(); start += options.pointsPerRequest()) {
            List<org.influxdb.dto.Point> slice =
                    points.subList(start, Math.min(points.size(), start + options.pointsPerRequest()));
            BatchPoints request = BatchPoints.database(options.database())
                    .precision(TimeUnit.MILLISECONDS)
                    .points(slice)
                    .build();
            asked(() -> {
                influx.write(request);
                return slice.size();
            });
        }
    }

    private static List<org.influxdb.dto.Point> points(List<Entry> batch) {
        Map<PointKey, Map<String, Object>> fields = new LinkedHashMap<>();
        for (Entry entry : batch) {
            double number = entry.reading().number().doubleValue();
            if (!Double.isFinite(number)) {
                continue;
            }
            String statistic = entry.reading().statistic().suffix();
            Map<String, Object> point = fields.computeIfAbsent(PointKey.of(entry), absent -> new LinkedHashMap<>());
            point.put(statistic, number);
            point.put(
                    statistic + "Flag",
                    entry.reading().flag().map(DataFlag::letters).orElse(""));
        }
        List<org.influxdb.dto.Point> points = new ArrayList<>(fields.size());
        fields.forEach((key, values) -> points.add(key.point(values)));
        return points;
    }

    @Override
    public Series series(Figure figure, Instant from, Instant until, int maxPoints) {
        SeriesThinner thinner = new SeriesThinner(figure, from, until, maxPoints);
        String statistic = figure.statistic().suffix();
        long last = until.toEpochMilli();
        long next = from.toEpochMilli();
        while (next < last) {
            String select = "SELECT \"" + statistic + "\", \"" + statistic + "Flag\", \"unit\"::tag FROM \""
                    + measurement(figure.span()) + "\" WHERE \"outlet\" = $outlet AND \"factor\" = $factor AND time >= "
                    + next + "ms AND time < " + last + "ms ORDER BY time ASC LIMIT " + PAGE;
            List<List<Object>> rows = rows(query(new Query(select, options.database())
                    .bindParameter("outlet", figure.outlet().value())
                    .bindParameter("factor", figure.factor().value())));
            // A full page may end between two points of one instant: that instant is read again with the next page.
            long end = rows.size() < PAGE ? last : Math.max(millis(rows.get(rows.size() - 1)), next + 1);
            for (List<Object> row : rows) {
                if (millis(row) < end) {
                    thinner.add(point(row, (String) row.get(3)));
                }
            }
            next = end;
        }
        return thinner.series();
    }

    @Override
    public List<Latest> latest(OutletId outlet, Span span, Instant since) {
        StringBuilder statements = new StringBuilder();
        for (Statistic statistic : STATISTICS) {
            statements.append(String.format(
                    Locale.ROOT,
                    "SELECT \"%1$s\", \"%1$sFlag\" FROM \"%2$s\" WHERE \"outlet\" = $outlet AND time >= %3$dms"
                            + " GROUP BY \"factor\", \"unit\" ORDER BY time DESC LIMIT 1;",
                    statistic.suffix(),
                    measurement(span),
                    since.toEpochMilli()));
        }
        QueryResult answer =
                query(new Query(statements.toString(), options.database()).bindParameter("outlet", outlet.value()));
        Map<Figure, Latest> newest = new LinkedHashMap<>();
        for (int i = 0; i < answer.getResults().size(); i++) {
            Statistic statistic = STATISTICS.get(i);
            for (QueryResult.Series series : series(answer.getResults().get(i))) {
                Figure figure = new Figure(
                        outlet, new FactorCode(series.getTags().getOrDefault("factor", "?")), statistic, span);
                Point point = point(series.getValues().get(0), series.getTags().getOrDefault("unit", "?"));
                newest.merge(
                        figure,
                        new Latest(figure, point),
                        (one, other) ->
                                one.point().start().isBefore(other.point().start()) ? other : one);
            }
        }
        List<Latest> ordered = new ArrayList<>(newest.values());
        ordered.sort(SqliteReadingLog.BY_FIGURE);
        return ordered;
    }

    @Override
    public void forget(Span span, Instant before) {
        query(new Query(
                "DELETE FROM \"" + measurement(span) + "\" WHERE time < " + before.toEpochMilli() + "ms",
                options.database(),
                true));
    }

    @Override
    public void close() {
        influx.close();
    }

    /** Parameters are bound on the query itself: the library's builder for bound parameters (2.25) does not send them. */
    private QueryResult query(Query query) {
        return asked(() -> {
            QueryResult answer = influx.query(query, TimeUnit.MILLISECONDS);
            Set<String> errors = new LinkedHashSet<>();
            errors.add(answer.getError());
            Optional.ofNullable(answer.getResults()).orElse(List.of()).forEach(result -> errors.add(result.getError()));
            errors.remove(null);
            if (errors.contains("not executed")) {
                // What 1.6.7 answers to several statements in one request when the database is missing.
                errors.add("database not found: " + options.database());
            }
            if (!errors.isEmpty()) {
                throw InfluxDBException.buildExceptionForErrorState(
                        "{\"error\":\"" + String.join("; ", errors).replace("\"", "'") + "\"}");
            }
            return answer;
        });
    }

    private <T> T asked(Supplier<T> request) {
        try {
            if (!databaseSeen) {
                makeDatabase();
            }
            try {
                return request.get();
            } catch (InfluxDBException.DatabaseNotFoundException e) {
                makeDatabase();
                return request.get();
            }
        } catch (InfluxDBException.FieldTypeConflictException
                | InfluxDBException.UnableToParseException
                | InfluxDBException.PointsBeyondRetentionPolicyException e) {
            throw new Refused("InfluxDB refuses: " + e.getMessage(), e);
        } catch (InfluxDBException e) {
            throw new Unavailable("InfluxDB at " + options.url() + " does not serve: " + e.getMessage(), e);
        }
    }

    private void makeDatabase() {
        influx.query(new Query("CREATE DATABASE \"" + options.database() + "\"", null, true));
        databaseSeen = true;
    }

    private static List<List<Object>> rows(QueryResult answer) {
        List<List<Object>> rows = new ArrayList<>();
        answer.getResults().forEach(result -> series(result).forEach(series -> rows.addAll(series.getValues())));
        return rows;
    }

    private static List<QueryResult.Series> series(QueryResult.Result result) {
        return Optional.ofNullable(result.getSeries()).orElse(List.of());
    }

    private static long millis(List<Object> row) {
        return ((Number) row.get(0)).longValue();
    }

    private static Point point(List<Object> row, String unit) {
        String flag = (String) row.get(2);
        return new Point(
                Instant.ofEpochMilli(millis(row)),
                ((Number) row.get(1)).doubleValue(),
                new Unit(unit),
                flag.isEmpty() ? Optional.empty() : Optional.of(new DataFlag(flag)));
    }

    /** The measurement's name; never renamed, it is the format of what is stored. */
    private static String measurement(Span span) {
        return switch (span) {
            case REALTIME -> "realtime";
            case MINUTE -> "minute";
            case HOUR -> "hour";
            case DAY -> "day";
        };
    }

    private record PointKey(Span span, String outlet, String factor, String unit, long startMillis) {

        static PointKey of(Entry entry) {
            return new PointKey(
                    entry.reading().span(),
                    entry.outlet().value(),
                    entry.reading().factor().value(),
                    entry.reading().unit().symbol(),
                    entry.reading().start().toEpochMilli());
        }

        org.influxdb.dto.Point point(Map<String, Object> fields) {
            return org.influxdb.dto.Point.measurement(measurement(span))
                    .tag("outlet", outlet)
                    .tag("factor", factor)
                    .tag("unit", unit)
                    .time(startMillis, TimeUnit.MILLISECONDS)
                    .fields(fields)
                    .build();
        }
    }
}
