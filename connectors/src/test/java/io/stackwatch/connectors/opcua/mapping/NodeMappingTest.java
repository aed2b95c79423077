package io.stackwatch.connectors.opcua.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.NodeValue;
import io.stackwatch.connectors.opcua.batch.Value;
import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NodeMappingTest {

    private static final Mn SOURCE = new Mn("BOILER-1");
    private static final String NODE = "ns=2;s=B01/SO2";
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final long GOOD = 0;

    @ParameterizedTest
    @CsvSource({
        "a21026, mg/m3,  31.5,     31.5",
        "a21026, g/m3,   0.0315,   31.5",
        "a21026, ug/m3,  31500,    31.5",
        "a21026, mg/Nm3, 31.5,     31.5",
        // M/22.4: 20 ppm SO2 are 57.1 mg/m3, 20 ppm NO2 41.1 (rules, 2.2 (3))
        "a21026, ppm,    20,       57.142857142857",
        "a21002, ppm,    20,       41.071428571429",
        "a21003, ppm,    22.4,     30",
        "a19001, %,      7.25,     7.25",
        "a01013, Pa,     -120,     -0.12",
        "a01013, hPa,    1013.25,  101.325",
        "a01012, ℃,      98.6,     98.6",
        "a01012, degF,   212,      100",
        "a01012, K,      0,        -273.15",
        "a00000, m3/h,   36,       0.01",
        "a00000, m3/h,   1,        0.000277777778",
        "x45005, kg/h,   65250,    65.25",
        "x45003, A,      112.5,    112.5",
    })
    void aNumberIsConvertedIntoTheUnitOfTheCodeTable(String factor, String unit, double number, String expected) {
        NodeRow row = row(factor, unit, NodeRow.Scaling.NONE);
        assertEquals(
                Optional.of(new BigDecimal(expected)),
                only(row, Value.Numeric.of(number), GOOD).number());
        assertEquals(List.of(), read(row, Value.Numeric.of(number), GOOD).unmapped());
    }

    @Test
    void theNodesOwnNumbersAreScaledBeforeTheUnitIsConverted() {
        NodeRow row = row("a01013", "Pa", new NodeRow.Scaling(new BigDecimal("0.25"), new BigDecimal("-500")));
        assertEquals(
                Optional.of(new BigDecimal("-0.25")),
                only(row, Value.Numeric.of(1000), GOOD).number());
    }

    @Test
    void aFloatKeepsTheDigitsThatItHasAndTheNoiseOfADoubleIsDropped() {
        NodeRow row = row("a21026", "mg/m3", NodeRow.Scaling.NONE);
        assertEquals(
                Optional.of(new BigDecimal("12.3")),
                only(row, Value.Numeric.of(12.3f), GOOD).number());
        assertEquals(
                Optional.of(new BigDecimal("0.3")),
                only(row, Value.Numeric.of(0.1 + 0.2), GOOD).number());
        assertEquals(
                Optional.of(BigDecimal.ZERO),
                only(row, Value.Numeric.of(Float.MIN_VALUE), GOOD).number());
        assertEquals(
                Optional.of(new BigDecimal("1200")),
                only(row, Value.Numeric.of(1.2e3), GOOD).number());
    }

    @Test
    void aStatusIsAFlagAndTheNumberBehindABadOneIsKept() {
        NodeRow row = row("a21026", "mg/m3", NodeRow.Scaling.NONE);
        NodeReading outOfRange = only(row, Value.Numeric.of(9999.0), 0x803C_0000L);
        assertEquals(new DataFlag("T"), outOfRange.flag());
        assertEquals(Optional.of(new BigDecimal("9999")), outOfRange.number());
        assertEquals(0x803C_0000L, outOfRange.status());
    }

    @Test
    void nothingBehindABadStatusIsAReadingWithoutANumberAndNoErrorOfTheMapping() {
        NodeRow row = row("a21026", "mg/m3", NodeRow.Scaling.NONE);
        Mapped mapped = read(row, Value.Nothing.NOTHING, 0x8031_0000L);
        assertEquals(new DataFlag("B"), mapped.readings().get(0).flag());
        assertEquals(Optional.empty(), mapped.readings().get(0).number());
        assertEquals(List.of(), mapped.unmapped());
    }

    @Test
    void aNodeThatIsInNoRowIsNamed() {
        Mapped mapped =
                NodeMapping.of(List.of(), StatusProfiles.with(List.of())).read(live(Value.Numeric.of(1), GOOD));
        assertEquals(List.of(), mapped.readings());
        assertEquals(
                "opcua-nodes.csv: node ns=2;s=B01/SO2 of BOILER-1: UNKNOWN_NODE",
                mapped.unmapped().get(0).toString());
    }

    @Test
    void whatIsNoNumberNamesTheRowAndTakesTheOldValuesPlaceAllTheSame() {
        NodeRow row = row("a21026", "mg/m3", NodeRow.Scaling.NONE);
        for (Value value : List.of(new Value.Text("31.5"), new Value.Truth(true), new Value.Other(12, new byte[0]))) {
            Mapped mapped = read(row, value, GOOD);
            assertEquals(
                    "opcua-nodes.csv row 7: node ns=2;s=B01/SO2 of BOILER-1: TYPE_DOES_NOT_FIT",
                    mapped.unmapped().get(0).toString());
            assertEquals(Optional.empty(), mapped.readings().get(0).number());
            assertEquals(new DataFlag("D"), mapped.readings().get(0).flag());
        }
        assertEquals(
                Unmapped.Reason.NO_VALUE,
                read(row, Value.Nothing.NOTHING, GOOD).unmapped().get(0).reason());
    }

    @Test
    void yesAndNoAreOneAndZeroWhereTheFactorHasNoUnit() {
        NodeRow fan = row("g10101", "1", NodeRow.Scaling.NONE);
        assertEquals(
                Optional.of(BigDecimal.ONE),
                only(fan, new Value.Truth(true), GOOD).number());
        assertEquals(
                Optional.of(BigDecimal.ZERO),
                only(fan, new Value.Truth(false), GOOD).number());
    }

    @Test
    void aNumberWithMoreDigitsThanAnyMeasurementIsRefusedBeforeItIsWrittenOut() {
        NodeRow row = row("a21026", "mg/m3", NodeRow.Scaling.NONE);
        assertEquals(
                Optional.of(new BigDecimal("999999999999999")),
                only(row, Value.Numeric.of(999_999_999_999_999.0), GOOD).number());
        for (double number : List.of(1e15, -1e15, Double.MAX_VALUE)) {
            Mapped mapped = read(row, Value.Numeric.of(number), GOOD);
            assertEquals(
                    Unmapped.Reason.NUMBER_TOO_LONG, mapped.unmapped().get(0).reason());
            assertEquals(Optional.empty(), mapped.readings().get(0).number());
        }
        NodeRow grams = row("a21026", "g/m3", NodeRow.Scaling.NONE);
        assertEquals(
                Unmapped.Reason.NUMBER_TOO_LONG,
                read(grams, Value.Numeric.of(1e13), GOOD).unmapped().get(0).reason(),
                "too long once it is converted");
    }

    @Test
    void aUnitThatCannotBeConvertedIsAnErrorThatNamesTheRow() {
        for (NodeRow row : List.of(
                row("a21026", "kPa", NodeRow.Scaling.NONE),
                // a volume share becomes a mass only for gases of which the table has the mass
                row("a34013", "ppm", NodeRow.Scaling.NONE))) {
            assertEquals(Optional.of(Unmapped.Reason.UNIT_CANNOT_BE_CONVERTED), NodeMapping.fault(row));
            Mapped mapped = read(row, Value.Numeric.of(1), GOOD);
            assertEquals(
                    Unmapped.Reason.UNIT_CANNOT_BE_CONVERTED,
                    mapped.unmapped().get(0).reason());
            assertEquals(7, mapped.unmapped().get(0).row());
            assertEquals(Optional.empty(), mapped.readings().get(0).number());
        }
        assertEquals(
                Optional.of(Unmapped.Reason.UNKNOWN_FACTOR),
                NodeMapping.fault(row("zz9999", "mg/m3", NodeRow.Scaling.NONE)));
        assertEquals(Optional.empty(), NodeMapping.fault(row("a21026", "ppm", NodeRow.Scaling.NONE)));
    }

    @Test
    void theVersionOfARowThatHeldAtTheTimeOfTheValueIsTaken() {
        NodeRow old = row("a21026", "mg/m3", NodeRow.Scaling.NONE, Effective.between(NEW_YEAR, NOON), 2);
        NodeRow now = row("a21026", "g/m3", NodeRow.Scaling.NONE, Effective.between(NOON, NOON.plusSeconds(60)), 3);
        NodeMapping mapping = NodeMapping.of(List.of(old, now), StatusProfiles.with(List.of()));

        assertEquals(
                2,
                mapping.read(live(Value.Numeric.of(1), NOON.minusNanos(100)))
                        .readings()
                        .get(0)
                        .row()
                        .row());
        NodeReading later =
                mapping.read(live(Value.Numeric.of(1), NOON)).readings().get(0);
        assertEquals(3, later.row().row());
        assertEquals(Optional.of(new BigDecimal("1000")), later.number());
        Mapped afterwards = mapping.read(live(Value.Numeric.of(1), NOON.plusSeconds(60)));
        assertEquals(List.of(), afterwards.readings());
        assertEquals(
                Unmapped.Reason.NO_ROW_IN_FORCE, afterwards.unmapped().get(0).reason());
    }

    @Test
    void theSourcesTimeCountsThenTheServersThenThatOfThePublish() {
        NodeRow row = row("a21026", "mg/m3", NodeRow.Scaling.NONE);
        NodeMapping mapping = NodeMapping.of(List.of(row), StatusProfiles.with(List.of()));
        Optional<Instant> source = Optional.of(NOON.minusSeconds(2));
        Optional<Instant> server = Optional.of(NOON.minusSeconds(1));
        Value value = Value.Numeric.of(1);

        assertEquals(source, at(mapping, new NodeValue(NODE, value, GOOD, source, server)));
        assertEquals(server, at(mapping, new NodeValue(NODE, value, GOOD, Optional.empty(), server)));
        NodeValue timeless = new NodeValue(NODE, value, GOOD, Optional.empty(), Optional.empty());
        assertEquals(Optional.of(NOON), at(mapping, timeless));
        Mapped readBack = mapping.read(new Batch.History(SOURCE, 1, NOON, List.of(timeless)));
        assertEquals(List.of(), readBack.readings());
        assertEquals(Unmapped.Reason.NO_TIME, readBack.unmapped().get(0).reason());
    }

    @Test
    void aNodeMayBeTwoFactorsAndEachHasItsReading() {
        NodeRow load = row("x45001", "t/h", NodeRow.Scaling.NONE);
        NodeRow steam = row("x45005", "t/h", NodeRow.Scaling.NONE);
        Mapped mapped = NodeMapping.of(List.of(load, steam), StatusProfiles.with(List.of()))
                .read(live(Value.Numeric.of(64), GOOD));
        assertEquals(
                List.of(OperatingEvidence.LOAD, OperatingEvidence.STEAM_FLOW),
                mapped.readings().stream().map(NodeReading::factor).toList());
    }

    @Test
    void aScaleOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new NodeRow.Scaling(BigDecimal.ZERO, BigDecimal.ONE));
    }

    private static Optional<Instant> at(NodeMapping mapping, NodeValue value) {
        return mapping.read(new Batch.Live(SOURCE, 1, NOON, List.of(value))).readings().stream()
                .map(NodeReading::at)
                .findFirst();
    }

    private static NodeReading only(NodeRow row, Value value, long status) {
        Mapped mapped = read(row, value, status);
        assertEquals(1, mapped.readings().size());
        return mapped.readings().get(0);
    }

    private static Mapped read(NodeRow row, Value value, long status) {
        return NodeMapping.of(List.of(row), StatusProfiles.with(List.of())).read(live(value, status));
    }

    private static Batch live(Value value, long status) {
        return new Batch.Live(
                SOURCE, 1, NOON, List.of(new NodeValue(NODE, value, status, Optional.of(NOON), Optional.of(NOON))));
    }

    private static Batch live(Value value, Instant at) {
        return new Batch.Live(
                SOURCE, 1, NOON, List.of(new NodeValue(NODE, value, GOOD, Optional.of(at), Optional.empty())));
    }

    private static NodeRow row(String factor, String unit, NodeRow.Scaling scaling) {
        return row(factor, unit, scaling, Effective.since(NEW_YEAR), 7);
    }

    private static NodeRow row(String factor, String unit, NodeRow.Scaling scaling, Effective effective, long number) {
        return new NodeRow(
                SOURCE,
                NODE,
                new OutletId("DA001"),
                new FactorCode(factor),
                new Unit(unit),
                scaling,
                StatusProfiles.DEFAULT,
                new NodeRow.Watch(BigDecimal.ZERO, Optional.empty(), Duration.ofMinutes(1)),
                effective,
                number);
    }
}
