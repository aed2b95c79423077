package io.stackwatch.gateway.registry;

import io.stackwatch.connectors.opcua.mapping.NodeRow;
import io.stackwatch.connectors.opcua.mapping.StatusProfiles;
import io.stackwatch.connectors.opcua.mapping.StatusRow;
import io.stackwatch.connectors.opcua.source.MonitoredNode;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.RegisteredSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** One row of {@code opcua-nodes.csv} or of {@code opcua-statuses.csv}: what a node is, and what its StatusCodes mean. */
final class NodeSheet {

    /** Columns that must be there. */
    static final String COLUMNS = "source node outlet factor unit from";

    /** Columns that may. */
    static final String OPTIONAL = "scale offset statuses deadband sampling_ms expected_s until";

    /** Own default: behind a minute of silence a value that was read back is not held any more. */
    private static final int USUALLY_EXPECTED_S = 60;

    private static final FlagTable FLAGS = FlagTable.load();

    private NodeSheet() {}

    static Optional<NodeRow> node(SheetRow row) {
        Optional<Mn> source = row.value("source", "a source's id", RegisteredSource::checked);
        Optional<String> node =
                row.value("node", "a node id such as ns=2;s=B01/SO2 or nsu=urn:plant;i=1001", cell -> nodeId(cell));
        Optional<OutletId> outlet = row.value("outlet", "an outlet's id", OutletId::new);
        Optional<FactorCode> factor = row.value("factor", "a factor code such as a21026 or x45001", FactorCode::new);
        Optional<Unit> unit = row.value("unit", "the unit of the node, such as mg/m3", Unit::new);
        Optional<BigDecimal> scale = decimal(row, "scale", BigDecimal.ONE, "a decimal that is not 0", true, false);
        Optional<BigDecimal> offset = decimal(row, "offset", BigDecimal.ZERO, "a decimal", true, true);
        Optional<BigDecimal> deadband =
                decimal(row, "deadband", BigDecimal.ZERO, "a decimal that is not negative", false, true);
        Optional<Optional<Duration>> sampling = row.valueOr(
                "sampling_ms",
                "empty or a whole number from 10 to 3600000",
                Optional.empty(),
                cell -> Optional.of(sampling(cell)));
        Optional<Integer> expected = SheetFacts.number(row, "expected_s", 1, 86_400, USUALLY_EXPECTED_S);
        Optional<String> statuses = row.valueOr("statuses", "a profile's name", StatusProfiles.DEFAULT, cell -> cell);
        Optional<Effective> effective = SheetFacts.effective(row);
        return SheetFacts.whole(source, node, outlet, factor, unit, scale, offset)
                        && SheetFacts.whole(deadband, sampling, expected, statuses, effective)
                ? Optional.of(new NodeRow(
                        source.get(),
                        node.get(),
                        outlet.get(),
                        factor.get(),
                        unit.get(),
                        new NodeRow.Scaling(scale.get(), offset.get()),
                        statuses.get(),
                        new NodeRow.Watch(deadband.get(), sampling.get(), Duration.ofSeconds(expected.get())),
                        effective.get(),
                        row.number()))
                : Optional.empty();
    }

    static Optional<StatusRow> status(SheetRow row) {
        Optional<String> profile = row.value(
                "profile",
                "a name of at most " + StatusRow.MAX_PROFILE_LENGTH + " characters that is not "
                        + StatusProfiles.DEFAULT,
                NodeSheet::profile);
        Optional<StatusRow.Status> status =
                row.value("status", "GOOD, UNCERTAIN, BAD or a code such as 0x80310000", StatusRow.Status::parse);
        Optional<DataFlag> flag = row.value("flag", "a flag of HJ 212 such as N, B or D", NodeSheet::flag);
        return SheetFacts.whole(profile, status, flag)
                ? Optional.of(new StatusRow(profile.get(), status.get(), flag.get()))
                : Optional.empty();
    }

    private static String nodeId(String cell) {
        if (cell.length() > NodeRow.MAX_NODE_LENGTH) {
            throw new IllegalArgumentException(cell);
        }
        return MonitoredNode.of(cell).nodeId();
    }

    private static Duration sampling(String cell) {
        int millis = Integer.parseInt(cell);
        if (millis < 10 || millis > 3_600_000) {
            throw new IllegalArgumentException(cell);
        }
        return Duration.ofMillis(millis);
    }

    private static String profile(String cell) {
        if (cell.equals(StatusProfiles.DEFAULT) || cell.length() > StatusRow.MAX_PROFILE_LENGTH) {
            throw new IllegalArgumentException(cell);
        }
        return cell;
    }

    private static DataFlag flag(String cell) {
        DataFlag flag = new DataFlag(cell);
        if (FLAGS.meanings(flag).isEmpty()) {
            throw new IllegalArgumentException(cell);
        }
        return flag;
    }

    private static Optional<BigDecimal> decimal(
            SheetRow row, String column, BigDecimal whenEmpty, String expected, boolean negative, boolean zero) {
        return row.valueOr(column, expected, whenEmpty, cell -> {
            // a number such as 1E999999999 is short and yet endless when printed
            if (!cell.matches((negative ? "-?" : "") + "[0-9]{1,9}(\\.[0-9]{1,12})?")) {
                throw new IllegalArgumentException(cell);
            }
            BigDecimal number = new BigDecimal(cell);
            if (!zero && number.signum() == 0) {
                throw new IllegalArgumentException(cell);
            }
            return number;
        });
    }
}
