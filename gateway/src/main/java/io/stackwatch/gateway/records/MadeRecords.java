package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the averaging cursor knows of sources, their values and the minutes of them. */
public final class MadeRecords {

    private MadeRecords() {}

    /** Every source that was ever heard of. */
    public static List<MadeSource> sources(Handle handle) {
        return handle.createQuery("SELECT * FROM made_source ORDER BY source")
                .map((row, context) -> new MadeSource(
                        new Mn(row.getString("source")),
                        Sql.optionalInstant(row, "alive_since"),
                        Sql.optionalInstant(row, "alive_until")))
                .list();
    }

    /** Every factor that a source ever gave. */
    public static List<MadeChannel> channels(Handle handle) {
        return handle.createQuery("SELECT * FROM made_channel ORDER BY station, factor")
                .map((row, context) -> channel(row))
                .list();
    }

    /** Every derived station that ever spoke. */
    public static List<MadeStation> stations(Handle handle) {
        return handle.createQuery("SELECT * FROM made_station ORDER BY station")
                .map((row, context) -> station(row))
                .list();
    }

    /** The derived stations that spoke for an outlet. */
    public static List<MadeStation> stationsOf(Handle handle, OutletId outlet) {
        return handle.createQuery("SELECT * FROM made_station WHERE outlet = ? ORDER BY station")
                .bind(0, outlet.value())
                .map((row, context) -> station(row))
                .list();
    }

    /** The minutes of a station in {@code [from, until)}, by start and factor. */
    public static List<MadeMinute> minutes(Handle handle, Mn station, Instant from, Instant until) {
        return handle.createQuery(
                        """
                        SELECT * FROM made_minute WHERE station = ? AND minute >= ? AND minute < ?
                        ORDER BY minute, factor""")
                .bind(0, station.value())
                .bind(1, from.toEpochMilli())
                .bind(2, until.toEpochMilli())
                .map((row, context) -> minute(row))
                .list();
    }

    /** The minutes that say something else than the frames that were made of them, oldest first. */
    public static List<MadeMinute> dirty(Handle handle) {
        return handle.createQuery(
                        "SELECT * FROM made_minute WHERE dirty_at IS NOT NULL ORDER BY station, minute, factor")
                .map((row, context) -> minute(row))
                .list();
    }

    /** Keeps sources as they stand. */
    public static void saveSources(Handle handle, Collection<MadeSource> sources) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO made_source (source, alive_since, alive_until) VALUES (?, ?, ?)
                ON CONFLICT (source) DO UPDATE SET alive_since = excluded.alive_since,
                  alive_until = excluded.alive_until""")) {
            sources.forEach(source ->
                    batch.add(source.source().value(), Sql.millis(source.since()), Sql.millis(source.until())));
            batch.execute();
        }
    }

    /** Keeps the newest values. */
    public static void saveChannels(Handle handle, Collection<MadeChannel> channels) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO made_channel (station, factor, source, outlet, expected_ms, sample)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (station, factor) DO UPDATE SET source = excluded.source, outlet = excluded.outlet,
                  expected_ms = excluded.expected_ms, sample = excluded.sample""")) {
            channels.forEach(channel -> batch.add(
                    channel.key().station().value(),
                    channel.key().factor().value(),
                    channel.source().value(),
                    channel.outlet().value(),
                    channel.expected().toMillis(),
                    channel.newest().map(SampleText::of).orElse("")));
            batch.execute();
        }
    }

    /** Keeps how far stations are made. */
    public static void saveStations(Handle handle, Collection<MadeStation> stations) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO made_station (station, source, outlet, made_until) VALUES (?, ?, ?, ?)
                ON CONFLICT (station) DO UPDATE SET made_until = excluded.made_until""")) {
            stations.forEach(station -> batch.add(
                    station.station().value(),
                    station.source().value(),
                    station.outlet().value(),
                    station.madeUntil().toEpochMilli()));
            batch.execute();
        }
    }

    /** Keeps minutes as they stand. */
    public static void saveMinutes(Handle handle, Collection<MadeMinute> minutes) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO made_minute (station, minute, factor, samples, dirty_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (station, minute, factor) DO UPDATE SET samples = excluded.samples,
                  dirty_at = excluded.dirty_at""")) {
            minutes.forEach(minute -> batch.add(
                    minute.channel().station().value(),
                    minute.samples().start().toEpochMilli(),
                    minute.channel().factor().value(),
                    SampleText.of(minute.samples()),
                    Sql.millis(minute.dirtyAt())));
            batch.execute();
        }
    }

    /** What these minutes say is made. */
    public static void cleanMinutes(Handle handle, Collection<MadeMinute.Key> minutes) {
        try (RowBatch batch = new RowBatch(
                handle, "UPDATE made_minute SET dirty_at = NULL WHERE station = ? AND minute = ? AND factor = ?")) {
            minutes.forEach(minute -> batch.add(
                    minute.channel().station().value(),
                    minute.start().toEpochMilli(),
                    minute.channel().factor().value()));
            batch.execute();
        }
    }

    private static MadeStation station(ResultSet row) throws SQLException {
        return new MadeStation(
                new Mn(row.getString("station")),
                new Mn(row.getString("source")),
                new OutletId(row.getString("outlet")),
                Sql.instant(row, "made_until"));
    }

    private static MadeChannel channel(ResultSet row) throws SQLException {
        String sample = row.getString("sample");
        return new MadeChannel(
                key(row),
                new Mn(row.getString("source")),
                new OutletId(row.getString("outlet")),
                Duration.ofMillis(row.getLong("expected_ms")),
                sample.isEmpty() ? Optional.empty() : Optional.of(SampleText.placed(sample)));
    }

    private static MadeMinute minute(ResultSet row) throws SQLException {
        return new MadeMinute(
                key(row),
                SampleText.minute(Sql.instant(row, "minute"), row.getString("samples")),
                Sql.optionalInstant(row, "dirty_at"));
    }

    private static MadeChannel.Key key(ResultSet row) throws SQLException {
        return new MadeChannel.Key(new Mn(row.getString("station")), new FactorCode(row.getString("factor")));
    }
}
