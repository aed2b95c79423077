package io.stackwatch.core.emission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FlagTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HourMassRuleTest {

    private final HourMassRule rule = new HourMassRule(RuleParameters.load(), FlagTable.load());

    // regulation 2.2: 882,000 m3/h wet, 643,174 m3/h dry at standard state, 18.008874 kg/h for 28 mg/m3 measured
    @Test
    void theWorkedExampleIsMetToTheLastDigit() {
        HourEmission emission = rule.of(StackFixture.workedExample()
                .in(StackFixture.duct(FlowBasis.FROM_VELOCITY))
                .hour());
        HourEmission.Measured measured = measured(emission);
        assertEquals("643174.1", measured.flow().cubicMetresPerHour().rounded(1).toPlainString());
        assertEquals("643174", measured.flow().cubicMetresPerHour().rounded(0).toPlainString());
        assertEquals(18_008_874, measured.kept().milligrams());
        assertEquals("18.008874 kg", measured.kept().toString());
    }

    // not the converted concentration: 36.52 mg/m3 would come to 23.49 kg/h
    @Test
    void theMassIsMadeOfTheMeasuredConcentrationAlsoIfAConvertedOneIsSent() {
        HourEmission emission = rule.of(StackFixture.stack()
                .reports("a21026", "28", "mg/m3")
                .reports("a00000", "643174", "m3/h")
                .hour());
        assertEquals("18.008872 kg REPORTED_DRY_STANDARD", shown(emission));
    }

    @Test
    void whereOnlyVelocityIsReportedTheFlowIsMadeOfIt() {
        assertEquals(
                "18.008874 kg FROM_VELOCITY",
                shown(rule.of(StackFixture.workedExample()
                        .in(StackFixture.duct(FlowBasis.REPORTED_DRY_STANDARD))
                        .hour())));
    }

    @Test
    void aFlowAsItIsInTheDuctIsBroughtToDryStandardState() {
        assertEquals(
                "18.008874 kg REPORTED_ACTUAL",
                shown(rule.of(StackFixture.workedExample()
                        .reports("a00000", "245", "m3/s")
                        .in(StackFixture.duct(FlowBasis.REPORTED_ACTUAL))
                        .hour())));
    }

    @Test
    void anHourOfNothingIsZeroAndAnHourOfWhichNothingIsKnownIsAbsent() {
        assertEquals(
                "0.000000 kg REPORTED_DRY_STANDARD",
                shown(rule.of(StackFixture.stack()
                        .reports("a21026", "0", "mg/m3")
                        .reports("a00000", "643174", "m3/h")
                        .hour())));
        assertEquals("NOT_RECEIVED ", shown(rule.of(StackFixture.stack().hour())));
    }

    @ParameterizedTest
    @CsvSource({
        "28, mg/m3, M, 643174, m3/h, N, CONCENTRATION_INVALID FLAGGED M",
        "28, mg/m3, N, 643174, m3/h, D, FLOW_INVALID a00000 FLAGGED D",
        "28, ppm, N, 643174, m3/h, N, UNIT_NOT_COMPARABLE ppm",
        "28, mg/m3, N, 643174, L/s, N, FLOW_INVALID a00000 in L/s",
        "-0.1, mg/m3, N, 643174, m3/h, N, CONCENTRATION_MISSING -0.1",
        "'', mg/m3, N, 643174, m3/h, N, 'CONCENTRATION_MISSING '",
        "28, mg/m3, N, -1, m3/h, N, FLOW_INVALID a00000 -1",
        "28, mg/m3, N, '', m3/h, N, FLOW_MISSING a00000 without a mean",
        "28, mg/m3, N, 1e15, m3/h, N, NOT_PLAUSIBLE 28 mg/m3",
        "28, mg/m3, N, 1e30, m3/h, N, FLOW_INVALID a00000 1e30",
        "28, mg/m3, N, 1e-30, m3/h, N, FLOW_INVALID a00000 1e-30",
        "28, mg/m3, '', 643174, m3/h, N, 'CONCENTRATION_INVALID VALIDITY_UNKNOWN 0 minutes known valid, no hour flag'",
    })
    void whatCannotBeMeasuredIsAbsentWithItsReason(
            String mean, String unit, String flag, String flow, String flowUnit, String flowFlag, String expected) {
        StackHour hour = StackFixture.stack()
                .reports("a21026", mean, unit, flag)
                .reports("a00000", flow, flowUnit, flowFlag)
                .hour();
        assertEquals(expected, shown(rule.of(hour)));
    }

    @Test
    void withoutAnyFlowOrADuctThereIsNoMass() {
        assertEquals(
                "FLOW_MISSING a00000",
                shown(rule.of(
                        StackFixture.stack().reports("a21026", "28", "mg/m3").hour())));
        assertEquals(
                "DUCT_NOT_REGISTERED DA001",
                shown(rule.of(StackFixture.workedExample().hour())));
    }

    @ParameterizedTest
    @CsvSource({"a01014, 100, %", "a01014, -1, %", "a01012, -273, degC", "a01013, -101, kPa"})
    void aStateThatNoGasHasGivesNoFlow(String factor, String figure, String unit) {
        HourEmission emission = rule.of(StackFixture.workedExample()
                .reports(factor, figure, unit)
                .in(StackFixture.duct(FlowBasis.FROM_VELOCITY))
                .hour());
        assertEquals("FLOW_INVALID", shown(emission).split(" ", 2)[0]);
    }

    private static HourEmission.Measured measured(HourEmission emission) {
        return emission.match(
                measured -> measured,
                substituted -> {
                    throw new AssertionError("substituted");
                },
                absent -> {
                    throw new AssertionError(absent.toString());
                });
    }

    private static String shown(HourEmission emission) {
        return emission.match(
                measured -> measured.kept() + " " + measured.basis(),
                substituted -> "substituted",
                absent -> absent.why() + " " + absent.detail());
    }
}
