package io.stackwatch.core.transmission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.Boiler;
import io.stackwatch.core.registry.BoilerId;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.core.transmission.BoilerDuty.Duty;
import io.stackwatch.core.transmission.BoilerDuty.Line;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class BoilerDutyTest {

    private static final Optional<BigDecimal> TWENTY = Optional.of(new BigDecimal("20"));

    @ParameterizedTest
    @CsvSource({
        // the threshold itself and a step below it
        "20,    COAL,                    KEPT,     no,  KEPT",
        "20.0,  COAL,                    KEPT,     no,  KEPT",
        "19.99, COAL,                    KEPT,     no,  BELOW_THRESHOLD",
        "75,    COAL_LIKE,               KEPT,     no,  KEPT",
        "75,    COAL,                    REMOVED,  yes, REMOVED",
        "75,    COAL,                    REMOVED,  no,  REMOVAL_NOT_PROVED",
        "4,     COAL,                    REMOVED,  no,  BELOW_THRESHOLD",
        "75,    GAS,                     REPLACED, no,  REPLACED",
        "75,    BIOMASS_WITH_BAG_FILTER, REPLACED, no,  REPLACED",
        "75,    GAS,                     KEPT,     no,  NOT_COAL",
        "75,    OTHER_HEAT,              REMOVED,  no,  NOT_COAL",
    })
    void theDutyFollowsFromFuelFateAndSize(
            String tons, Boiler.Fuel fuel, Boiler.Fate fate, String evidence, Duty expected) {
        Boiler boiler = boiler(tons, fuel, fate, evidence.equals("yes"));
        BoilerDuty.Answer answer = BoilerDuty.of(boiler, TWENTY, Line.NOT_CONNECTED);
        assertEquals(expected, answer.duty());
        assertEquals(expected == Duty.KEPT || expected == Duty.REMOVAL_NOT_PROVED, answer.mustBeOnline());
        assertEquals(answer.mustBeOnline(), answer.lacking());
    }

    @Test
    void nothingIsDueBeforeTheDutyIsInForce() {
        BoilerDuty.Answer answer = BoilerDuty.of(
                boiler("75", Boiler.Fuel.COAL, Boiler.Fate.KEPT, false), Optional.empty(), Line.NO_OUTLET);
        assertEquals(Duty.NOT_IN_FORCE, answer.duty());
        assertFalse(answer.lacking());
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void onlyWhatHasDeliveredIsOnLine(Line line) {
        Boiler kept = boiler("75", Boiler.Fuel.COAL, Boiler.Fate.KEPT, false);
        BoilerDuty.Answer answer = BoilerDuty.of(kept, TWENTY, line);
        assertEquals(line == Line.ON_LINE, answer.online());
        assertEquals(line != Line.ON_LINE, answer.lacking());
    }

    @Test
    void aBoilerThatIsNotDueMayBeOnLineAllTheSame() {
        BoilerDuty.Answer answer =
                BoilerDuty.of(boiler("10", Boiler.Fuel.GAS, Boiler.Fate.KEPT, false), TWENTY, Line.ON_LINE);
        assertTrue(answer.online());
        assertFalse(answer.mustBeOnline());
    }

    @Test
    void aReplacedBoilerDoesNotBurnCoal() {
        for (Boiler.Fuel coal : new Boiler.Fuel[] {Boiler.Fuel.COAL, Boiler.Fuel.COAL_LIKE}) {
            assertThrows(IllegalArgumentException.class, () -> boiler("75", coal, Boiler.Fate.REPLACED, true));
        }
    }

    private static Boiler boiler(String tons, Boiler.Fuel fuel, Boiler.Fate fate, boolean evidence) {
        return new Boiler(
                new BoilerId("B01"),
                new EnterpriseId("E1"),
                "1号锅炉",
                new BigDecimal(tons),
                fuel,
                Optional.of(new OutletId("DA001")),
                fate,
                "清单 2017 第1号",
                evidence
                        ? new Boiler.History(Optional.empty(), Optional.empty(), Optional.of("烟囱已拆除, 照片 12"))
                        : Boiler.History.NONE,
                Verification.UNVERIFIED,
                Effective.ALWAYS);
    }
}
