package io.stackwatch.core.limit;

import static io.stackwatch.core.exceedance.HourFixture.limit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.core.exceedance.HourFixture;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Outlet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which limit is in force, and what is said of the others (decision record 0009). */
final class LimitBookTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Outlet OUTLET = HourFixture.outlet(HourFixture.CATEGORY.value());

    private static final Limit PERMIT = always("permit", LimitSource.PERMIT, "50");
    private static final Limit LOCAL = always("local", LimitSource.LOCAL_STANDARD, "60");
    private static final Limit SPECIAL = always("special", LimitSource.NATIONAL_SPECIAL, "10");
    private static final Limit NATIONAL = always("national", LimitSource.NATIONAL, "5");
    private static final Limit TARGET = always("target", LimitSource.POLICY_TARGET, "1");

    @Test
    void permitBeforeLocalBeforeSpecialBeforeNationalHoweverStrictTheOthersAre() {
        List<Limit> limits = new ArrayList<>(List.of(PERMIT, LOCAL, SPECIAL, NATIONAL));
        while (!limits.isEmpty()) {
            List<Limit> turned = new ArrayList<>(limits);
            Collections.reverse(turned);
            assertEquals(limits.get(0).id().value(), used(NOW, turned));
            limits.remove(0);
        }
        assertEquals("NO_ROW", used(NOW, List.of()));
    }

    @Test
    void everyLimitThatWasNotUsedSaysWhyNot() {
        Limit stricter = always("local-strict", LimitSource.LOCAL_STANDARD, "35");
        Limit old = limit("old", LimitSource.PERMIT, "1", "6", Effective.between(Instant.EPOCH, NOW));
        Limit second = always("permit-2", LimitSource.PERMIT, "55");
        LimitLookup found = lookup(NOW, List.of(PERMIT, LOCAL, SPECIAL, TARGET, stricter, old, second));
        Map<String, String> why = new TreeMap<>();
        found.passedOver().forEach(p -> why.put(p.limit().id().value(), p.why().name()));
        assertEquals(
                Map.of(
                        "local",
                        "LOWER_PRECEDENCE",
                        "special",
                        "LOWER_PRECEDENCE",
                        "target",
                        "POLICY_TARGET",
                        "local-strict",
                        "STRICTER_LOCAL_STANDARD",
                        "old",
                        "NOT_IN_FORCE_THEN",
                        "permit-2",
                        "LESS_STRICT"),
                why);
    }

    @Test
    void aPolicyTargetIsNeverTheLimitAndHasALookupOfItsOwn() {
        assertEquals("ONLY_POLICY_TARGETS", used(NOW, List.of(TARGET)));
        assertEquals(
                TARGET,
                LimitBook.of(List.of(TARGET, NATIONAL))
                        .policyTarget(OUTLET, HourFixture.SO2, Averaging.HOUR, NOW)
                        .orElseThrow());
    }

    @Test
    void aLimitHoldsFromItsFirstInstantUpToButWithoutItsEnd() {
        Limit before = limit("before", LimitSource.NATIONAL, "100", "6", Effective.between(Instant.EPOCH, NOW));
        Limit after = limit("after", LimitSource.NATIONAL, "50", "6", Effective.between(NOW, NOW.plusSeconds(3600)));
        List<Limit> both = List.of(before, after);
        assertEquals("before", used(NOW.minusNanos(1), both));
        assertEquals("after", used(NOW, both));
        assertEquals("NONE_IN_FORCE_THEN", used(NOW.plusSeconds(3600), both));
    }

    @Test
    void ofOneSourceTheStrictestIsUsedAndStrictnessKnowsTheReferenceOxygen() {
        // as a multiple of 21 - O2: 100 / 15 is stricter than 100 / 10
        Limit at6 = limit("at-6", LimitSource.NATIONAL, "100", "6", Effective.ALWAYS);
        Limit at11 = limit("at-11", LimitSource.NATIONAL, "100", "11", Effective.ALWAYS);
        assertEquals("at-6", used(NOW, List.of(at11, at6)));
    }

    @Test
    void twoLimitsOfOneIdAreRefusedByName() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> LimitBook.of(List.of(PERMIT, PERMIT)));
        assertEquals("two limits have the id permit", refused.getMessage());
    }

    @Test
    void theNewGlassStandardReplacesTheOldOneAtMidnightOfShanghai() {
        LimitBook book = LimitBook.of(StandardLimits.load());
        Instant edge = Instant.parse("2022-12-31T16:00:00Z");
        assertEquals("NONE_IN_FORCE_THEN", glass(book, "GB26453-2022.01", edge.minusNanos(1)));
        assertEquals("GB26453-2022.01.a21026.1h", glass(book, "GB26453-2022.01", edge));
        assertEquals("GB26453-2011.01.a21026.1h", glass(book, "GB26453-2011.01", edge.minusNanos(1)));
        assertEquals("NONE_IN_FORCE_THEN", glass(book, "GB26453-2011.01", edge));
    }

    private static String glass(LimitBook book, String category, Instant instant) {
        return name(book.inForce(HourFixture.outlet(category), HourFixture.SO2, Averaging.HOUR, instant));
    }

    private static Limit always(String id, LimitSource source, String allowed) {
        return limit(id, source, allowed, "6", Effective.ALWAYS);
    }

    private static String used(Instant instant, List<Limit> limits) {
        return name(lookup(instant, limits));
    }

    private static LimitLookup lookup(Instant instant, List<Limit> limits) {
        return LimitBook.of(limits).inForce(OUTLET, HourFixture.SO2, Averaging.HOUR, instant);
    }

    private static String name(LimitLookup lookup) {
        return lookup.match(
                found -> found.used().id().value(), none -> none.reason().name());
    }
}
