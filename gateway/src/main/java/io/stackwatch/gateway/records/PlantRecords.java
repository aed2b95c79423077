package io.stackwatch.gateway.records;

import io.stackwatch.connectors.opcua.mapping.NodeRow;
import io.stackwatch.connectors.opcua.mapping.StatusRow;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Sources, their nodes and boilers as rows. A row with a known key is corrected, any other is added; none is removed. */
final class PlantRecords {

    private PlantRecords() {}

    static PlantRows load(Handle handle) {
        return new PlantRows(
                handle.createQuery("SELECT * FROM opcua_source ORDER BY id, valid_from")
                        .map((row, context) -> source(row))
                        .list(),
                handle.createQuery("SELECT * FROM opcua_node ORDER BY source, node, outlet, factor, valid_from")
                        .map((row, context) -> node(row))
                        .list(),
                handle.createQuery("SELECT * FROM opcua_status ORDER BY profile, status")
                        .map((row, context) -> new StatusRow(
                                row.getString("profile"),
                                StatusRow.Status.parse(row.getString("status")),
                                new DataFlag(row.getString("flag"))))
                        .list(),
                BoilerRows.load(handle));
    }

    static void save(Handle handle, PlantRows rows) {
        saveSources(handle, rows.sources());
        saveNodes(handle, rows.nodes());
        saveStatuses(handle, rows.statuses());
        BoilerRows.save(handle, rows.boilers());
    }

    private static void saveSources(Handle handle, List<RegisteredSource> sources) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO opcua_source (id, endpoint, policy, mode, login, login_name, secret, publishing_ms,
                  sampling_ms, queue_size, keep_alive, lifetime, history, valid_from, valid_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id, valid_from) DO UPDATE SET endpoint = excluded.endpoint, policy = excluded.policy,
                  mode = excluded.mode, login = excluded.login, login_name = excluded.login_name,
                  secret = excluded.secret, publishing_ms = excluded.publishing_ms,
                  sampling_ms = excluded.sampling_ms, queue_size = excluded.queue_size,
                  keep_alive = excluded.keep_alive, lifetime = excluded.lifetime, history = excluded.history,
                  valid_until = excluded.valid_until""")) {
            for (RegisteredSource source : sources) {
                batch.add(
                        source.id().value(),
                        source.endpoint(),
                        source.security().policy().name(),
                        source.security().mode().name(),
                        source.login().kind().name(),
                        source.login().name(),
                        source.login().secret().text(),
                        source.rhythm().publishing().toMillis(),
                        source.rhythm().sampling().toMillis(),
                        source.rhythm().queueSize(),
                        source.rhythm().keepAliveCount(),
                        source.rhythm().lifetimeCount(),
                        source.history() ? 1 : 0,
                        source.effective().from().toEpochMilli(),
                        Sql.millis(source.effective().until()));
            }
            batch.execute();
        }
    }

    private static void saveNodes(Handle handle, List<NodeRow> nodes) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO opcua_node (source, node, outlet, factor, unit, scale, add_offset, statuses, deadband,
                  sampling_ms, expected_s, sheet_row, valid_from, valid_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (source, node, outlet, factor, valid_from) DO UPDATE SET unit = excluded.unit,
                  scale = excluded.scale, add_offset = excluded.add_offset, statuses = excluded.statuses,
                  deadband = excluded.deadband, sampling_ms = excluded.sampling_ms, expected_s = excluded.expected_s,
                  sheet_row = excluded.sheet_row, valid_until = excluded.valid_until""")) {
            for (NodeRow node : nodes) {
                batch.add(
                        node.source().value(),
                        node.node(),
                        node.outlet().value(),
                        node.factor().value(),
                        node.unit().symbol(),
                        node.scaling().scale().toPlainString(),
                        node.scaling().offset().toPlainString(),
                        node.statusProfile(),
                        node.watch().deadband().toPlainString(),
                        node.watch().sampling().map(Duration::toMillis).orElse(null),
                        node.watch().expected().toSeconds(),
                        node.row(),
                        node.effective().from().toEpochMilli(),
                        Sql.millis(node.effective().until()));
            }
            batch.execute();
        }
    }

    private static void saveStatuses(Handle handle, List<StatusRow> statuses) {
        try (RowBatch batch = new RowBatch(
                handle,
                """
                INSERT INTO opcua_status (profile, status, flag) VALUES (?, ?, ?)
                ON CONFLICT (profile, status) DO UPDATE SET flag = excluded.flag""")) {
            for (StatusRow row : statuses) {
                batch.add(row.profile(), row.status().toString(), row.flag().letters());
            }
            batch.execute();
        }
    }

    private static RegisteredSource source(ResultSet row) throws SQLException {
        return new RegisteredSource(
                new Mn(row.getString("id")),
                row.getString("endpoint"),
                new Security(
                        Security.Policy.valueOf(row.getString("policy")), Security.Mode.valueOf(row.getString("mode"))),
                new SourceLogin(
                        SourceLogin.Kind.valueOf(row.getString("login")),
                        row.getString("login_name"),
                        new SecretReference(row.getString("secret"))),
                new Rhythm(
                        Duration.ofMillis(row.getLong("publishing_ms")),
                        Duration.ofMillis(row.getLong("sampling_ms")),
                        row.getInt("queue_size"),
                        row.getInt("keep_alive"),
                        row.getInt("lifetime")),
                row.getInt("history") == 1,
                Sql.effective(row));
    }

    private static NodeRow node(ResultSet row) throws SQLException {
        return new NodeRow(
                new Mn(row.getString("source")),
                row.getString("node"),
                new OutletId(row.getString("outlet")),
                new FactorCode(row.getString("factor")),
                new Unit(row.getString("unit")),
                new NodeRow.Scaling(
                        new BigDecimal(row.getString("scale")), new BigDecimal(row.getString("add_offset"))),
                row.getString("statuses"),
                new NodeRow.Watch(
                        new BigDecimal(row.getString("deadband")),
                        Sql.optionalLong(row, "sampling_ms").map(Duration::ofMillis),
                        Duration.ofSeconds(row.getLong("expected_s"))),
                Sql.effective(row),
                row.getLong("sheet_row"));
    }
}
