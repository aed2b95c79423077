package io.stackwatch.connectors.opcua.mapping;

import io.stackwatch.connectors.hj212.mapping.Factor;
import io.stackwatch.connectors.hj212.mapping.FactorTable;
import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.NodeValue;
import io.stackwatch.connectors.opcua.batch.Value;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Mn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values of nodes to readings of outlets, by rows. Immutable; a pure function of its rows and a batch.
 *
 * <p>A value of a mapped node always becomes a reading, if need be one without a number and with a flag, so that an older value
 * is never taken for the present one.
 */
public final class NodeMapping {

    /** The most digits before the point of a number. */
    public static final int MAX_DIGITS = 15;

    private static final DataFlag FAULT = new DataFlag("D");

    private final Map<Key, List<Prepared>> byNode = new HashMap<>();
    private final StatusProfiles profiles;

    private NodeMapping(List<NodeRow> rows, StatusProfiles profiles, FactorTable factors, UnitTable units) {
        this.profiles = profiles;
        for (NodeRow row : rows) {
            byNode.computeIfAbsent(new Key(row.source(), row.node()), key -> new ArrayList<>(1))
                    .add(prepared(row, factors, units));
        }
    }

    /** By these rows and profiles, with the tables that come with the program. */
    public static NodeMapping of(List<NodeRow> rows, StatusProfiles profiles) {
        return new NodeMapping(rows, profiles, FactorTable.standard(), UnitTable.standard());
    }

    /** What is wrong with a row whatever value comes; empty if nothing is. */
    public static Optional<Unmapped.Reason> fault(NodeRow row) {
        return prepared(row, FactorTable.standard(), UnitTable.standard()).fault();
    }

    /** What the values of a batch say. */
    public Mapped read(Batch batch) {
        Optional<Instant> published = batch.match(
                live -> Optional.of(live.publishedAt()),
                alive -> Optional.empty(),
                lost -> Optional.empty(),
                resumed -> Optional.empty(),
                history -> Optional.empty(),
                filled -> Optional.empty());
        List<NodeReading> readings = new ArrayList<>();
        List<Unmapped> unmapped = new ArrayList<>();
        for (NodeValue value : batch.values()) {
            read(batch.source(), value, published, readings, unmapped);
        }
        return new Mapped(readings, unmapped);
    }

    private void read(
            Mn source,
            NodeValue value,
            Optional<Instant> published,
            List<NodeReading> readings,
            List<Unmapped> unmapped) {
        List<Prepared> rows = byNode.getOrDefault(new Key(source, value.node()), List.of());
        if (rows.isEmpty()) {
            unmapped.add(new Unmapped(source, value.node(), Unmapped.Reason.UNKNOWN_NODE, 0));
            return;
        }
        Optional<Instant> at = value.sourceTime().or(value::serverTime).or(() -> published);
        if (at.isEmpty()) {
            unmapped.add(rows.get(0).unmapped(Unmapped.Reason.NO_TIME));
            return;
        }
        boolean inForce = false;
        for (Prepared row : rows) {
            if (row.row().effective().contains(at.get())) {
                inForce = true;
                read(row, value, at.get(), readings, unmapped);
            }
        }
        if (!inForce) {
            unmapped.add(rows.get(rows.size() - 1).unmapped(Unmapped.Reason.NO_ROW_IN_FORCE));
        }
    }

    private void read(Prepared row, NodeValue value, Instant at, List<NodeReading> readings, List<Unmapped> unmapped) {
        DataFlag flag = profiles.flag(row.row().statusProfile(), value.status());
        Figure number = row.number(value.value());
        boolean missing = number.number().isEmpty();
        // behind a bad StatusCode there need not be a value: that is no error of the mapping
        if (missing && (flag.isNormal() || row.fault().isPresent())) {
            number.fault().ifPresent(reason -> unmapped.add(row.unmapped(reason)));
        }
        readings.add(new NodeReading(
                row.row(), number.number(), row.unit(), missing && flag.isNormal() ? FAULT : flag, value.status(), at));
    }

    private static Prepared prepared(NodeRow row, FactorTable factors, UnitTable units) {
        Optional<Factor> factor = factors.find(row.factor());
        if (factor.isEmpty()) {
            return new Prepared(row, row.unit(), Conversion.NONE, Optional.of(Unmapped.Reason.UNKNOWN_FACTOR));
        }
        Unit unit = factor.get().unit();
        return units.conversion(row.unit(), unit, row.factor())
                .map(conversion -> new Prepared(row, unit, conversion, Optional.empty()))
                .orElse(new Prepared(
                        row, row.unit(), Conversion.NONE, Optional.of(Unmapped.Reason.UNIT_CANNOT_BE_CONVERTED)));
    }

    private record Key(Mn source, String node) {}

    /** A number, or why there is none. */
    private record Figure(Optional<BigDecimal> number, Optional<Unmapped.Reason> fault) {

        static Figure none(Unmapped.Reason reason) {
            return new Figure(Optional.empty(), Optional.of(reason));
        }
    }

    private record Prepared(NodeRow row, Unit unit, Conversion conversion, Optional<Unmapped.Reason> fault) {

        Unmapped unmapped(Unmapped.Reason reason) {
            return new Unmapped(row.source(), row.node(), reason, row.row());
        }

        Figure number(Value value) {
            if (fault.isPresent()) {
                return Figure.none(fault.get());
            }
            return value.match(
                    numeric -> converted(numeric.decimal()),
                    text -> Figure.none(Unmapped.Reason.TYPE_DOES_NOT_FIT),
                    truth -> unit.equals(Unit.NONE)
                            ? converted(truth.yes() ? BigDecimal.ONE : BigDecimal.ZERO)
                            : Figure.none(Unmapped.Reason.TYPE_DOES_NOT_FIT),
                    other -> Figure.none(Unmapped.Reason.TYPE_DOES_NOT_FIT),
                    () -> Figure.none(Unmapped.Reason.NO_VALUE));
        }

        private Figure converted(BigDecimal number) {
            if (tooLong(number)) {
                return Figure.none(Unmapped.Reason.NUMBER_TOO_LONG);
            }
            BigDecimal converted = conversion.apply(row.scaling().apply(number));
            return tooLong(converted)
                    ? Figure.none(Unmapped.Reason.NUMBER_TOO_LONG)
                    : new Figure(Optional.of(converted), Optional.empty());
        }

        /** Asked before any arithmetic: 1E308 must not be written out. */
        private static boolean tooLong(BigDecimal number) {
            return (long) number.precision() - number.scale() > MAX_DIGITS;
        }
    }
}
