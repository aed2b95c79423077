package io.stackwatch.core.emission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.emission.HourEmission.Absent;
import io.stackwatch.core.emission.HourEmission.Reason;
import io.stackwatch.core.exceedance.RuleParameter;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TotalRuleTest {

    private final TotalRule rule = new TotalRule(RuleParameters.load());

    // 100 t are permitted; measured and substituted in t
    @ParameterizedTest
    @CsvSource({
        "0, 0, NONE BELOW -",
        "89.999999999, 0, NONE BELOW -",
        "90, 0, WARNING BY_MEASURED_HOURS total.warning-from",
        "89, 1, WARNING WITH_SUBSTITUTED_HOURS total.warning-from",
        "99.999999999, 0, WARNING BY_MEASURED_HOURS total.warning-from",
        "100, 0, REACHED BY_MEASURED_HOURS total.reached-from",
        "95, 5, REACHED WITH_SUBSTITUTED_HOURS total.reached-from",
        "180, 5, REACHED BY_MEASURED_HOURS total.reached-from",
    })
    void aWarningAtNinetyAndAtAHundredPercent(BigDecimal measured, BigDecimal substituted, String expected) {
        assertEquals(expected, shown(decide(total(measured, substituted))));
    }

    @Test
    void belowWithLostHoursIsNotSimplyBelow() {
        EmissionTotal total = total(BigDecimal.ONE, BigDecimal.ZERO).plus(Absent.because(Reason.NOT_RECEIVED, ""));
        assertEquals("NONE BELOW_BUT_HOURS_LOST -", shown(decide(total)));
        EmissionTotal stopped = total(BigDecimal.ONE, BigDecimal.ZERO).plus(Absent.because(Reason.STOPPED, ""));
        assertEquals("NONE BELOW -", shown(decide(stopped)));
    }

    @Test
    void theShareIsExact() {
        assertEquals(
                "0.333333333",
                decide(total(new BigDecimal("33.333333333"), BigDecimal.ZERO))
                        .used()
                        .rounded(9)
                        .toPlainString());
    }

    private TotalDecision decide(EmissionTotal total) {
        return rule.of(
                new PermittedTotal(
                        new EnterpriseId("E-1"),
                        Optional.empty(),
                        new FactorCode("a21026"),
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2026-12-31"),
                        Mass.ofTonnes(new BigDecimal("100")),
                        "permit 91371500",
                        Verification.VERIFIED),
                total,
                AccountFixture.START);
    }

    private static EmissionTotal total(BigDecimal measured, BigDecimal substituted) {
        return new EmissionTotal(Mass.ofTonnes(measured), 1, Mass.ofTonnes(substituted), 1, Map.of());
    }

    private static String shown(TotalDecision decision) {
        return decision.level() + " " + decision.reason() + " "
                + decision.row().map(RuleParameter::name).orElse("-");
    }
}
