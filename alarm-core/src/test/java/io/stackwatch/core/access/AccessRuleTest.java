package io.stackwatch.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.access.Access.Reason;
import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class AccessRuleTest {

    private static final PersonId LI = new PersonId("li");
    private static final Reach CITY = new Reach.City();
    private static final Reach SHEN = new Reach.Division(new RegionCode("371524"));
    private static final Reach FIRM = new Reach.Firm(new EnterpriseId("E1"));
    private static final AccessRule OUTLET =
            new AccessRule("outlet", false, Set.of(Role.OFFICER, Role.COUNTY, Role.ENTERPRISE), About.OUTLET);

    /** Roles: O officer of the city, o of a county, C county, E enterprise, A administrator, - nobody. */
    @ParameterizedTest
    @CsvSource({
        "-, false, true,  NOT_SIGNED_IN",
        "-, false, false, NOT_SIGNED_IN",
        "O, false, false, CSRF",
        "O, true,  true,  MUST_CHANGE_PASSWORD",
        "O, true,  false, CSRF",
        "A, false, true,  ROLE",
        "A, true,  true,  MUST_CHANGE_PASSWORD",
        "O, false, true,  PERMITTED",
        "C, false, true,  PERMITTED",
        "E, false, true,  PERMITTED",
    })
    void theFirstReasonAgainstARequestIsTheOneThatIsTold(
            String who, boolean mustChange, boolean guarded, String expected) {
        assertEquals(expected, told(OUTLET.enter(caller(who), mustChange, guarded)));
    }

    @Test
    void whatIsOpenIsOpenAlsoToWhoMustChangeHisPassword() {
        AccessRule open = new AccessRule("about", true, Set.of(), About.NOTHING);
        for (String who : List.of("-", "O", "A")) {
            assertEquals("PERMITTED", told(open.enter(caller(who), true, false)), who);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "O, 371524, E1, PERMITTED",
        "O, '',     '', PERMITTED",
        "o, 371524, E1, PERMITTED",
        "o, 371525, E2, REACH",
        "o, '',     '', REACH",
        "C, 371524, E1, PERMITTED",
        "C, 371525, E2, REACH",
        "E, 371524, E1, PERMITTED",
        "E, 371524, E2, REACH",
        "E, '',     '', REACH",
    })
    void aGrantReachesWhatLiesInItsDivisionOrBelongsToItsEnterprise(
            String who, String region, String firm, String expected) {
        Subject subject = new Subject(
                Optional.of(region).filter(text -> !text.isEmpty()).map(RegionCode::new),
                Optional.of(firm).filter(text -> !text.isEmpty()).map(EnterpriseId::new));
        assertEquals(expected, told(OUTLET.reach(caller(who).orElseThrow(), List.of(subject))));
    }

    @Test
    void whatIsNotKnownIsWithinReachOfTheCityAlone() {
        assertEquals("PERMITTED", told(OUTLET.reach(caller("O").orElseThrow(), List.of())));
        assertEquals("REACH", told(OUTLET.reach(caller("C").orElseThrow(), List.of())));
        assertEquals("REACH", told(OUTLET.reach(caller("E").orElseThrow(), List.of(Subject.UNKNOWN))));
    }

    @Test
    void rowsOfManyDivisionsAreForGrantsOfTheWholeCityAlone() {
        AccessRule months = new AccessRule("months", false, Set.of(Role.OFFICER, Role.COUNTY), About.CITY);
        Subject own = new Subject(Optional.of(new RegionCode("371524")), Optional.empty());
        assertEquals("PERMITTED", told(months.reach(caller("O").orElseThrow(), List.of(own))));
        assertEquals("REACH", told(months.reach(caller("o").orElseThrow(), List.of(own))));
        assertEquals("REACH", told(months.reach(caller("C").orElseThrow(), List.of(own))));
    }

    /** A role that may, but not there, does not borrow the reach of one that may not. */
    @Test
    void theReachOfARoleThatMayNotIsNoHelp() {
        Caller both = new Caller(LI, List.of(new Grant(Role.AUDITOR, CITY), new Grant(Role.COUNTY, SHEN)));
        Subject elsewhere = new Subject(Optional.of(new RegionCode("371525")), Optional.empty());
        assertEquals("REACH", told(OUTLET.reach(both, List.of(elsewhere))));
        AccessRule read = new AccessRule("read", false, Set.of(Role.AUDITOR, Role.COUNTY), About.OUTLET);
        assertEquals("PERMITTED", told(read.reach(both, List.of(elsewhere))));
    }

    @Test
    void whoeverIsNamedAsActingMustBeTheCaller() {
        Caller li = caller("O").orElseThrow();
        assertEquals("PERMITTED", told(OUTLET.named(li, List.of())));
        assertEquals("PERMITTED", told(OUTLET.named(li, List.of(new PersonId(" LI ")))));
        assertEquals("NOT_YOU", told(OUTLET.named(li, List.of(LI, new PersonId("wang")))));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void noRoleReachesWhatItsKindMayNot(Role role) {
        for (Reach reach : List.of(CITY, SHEN, FIRM)) {
            boolean fits =
                    switch (role) {
                        case MACHINE -> false;
                        case ENTERPRISE -> reach.equals(FIRM);
                        case COUNTY -> reach.equals(SHEN);
                        default -> !reach.equals(FIRM);
                    };
            if (fits) {
                assertEquals(reach.equals(CITY), new Grant(role, reach).cityWide());
            } else {
                assertThrows(IllegalArgumentException.class, () -> new Grant(role, reach), role + " " + reach);
            }
        }
    }

    @Test
    void aRuleIsForEverybodyOrForSomebody() {
        assertThrows(IllegalArgumentException.class, () -> new AccessRule("x", true, Set.of(Role.HEAD), About.NOTHING));
        assertThrows(IllegalArgumentException.class, () -> new AccessRule("x", false, Set.of(), About.NOTHING));
    }

    @Test
    void aDivisionHoldsItselfAndWhatLiesBelow() {
        Reach.Division city = new Reach.Division(new RegionCode("371500"));
        Reach.Division county = new Reach.Division(new RegionCode("371524"));
        for (String below : List.of("371500", "371524", "3715A1", "371524103000")) {
            assertTrue(city.holds(new RegionCode(below)), below);
        }
        for (String beside : List.of("371600", "370000", "3716A1")) {
            assertFalse(city.holds(new RegionCode(beside)), beside);
        }
        assertTrue(county.holds(new RegionCode("371524103000")));
        assertFalse(county.holds(new RegionCode("371500")), "what lies above");
        assertFalse(county.holds(new RegionCode("371525")));
    }

    /** Whoever holds a division holds whatever a division holds that he holds. */
    @Test
    void whatLiesBelowIsTransitive() {
        List<RegionCode> codes = new ArrayList<>();
        for (String code : List.of("370000", "371500", "371600", "371524", "371525", "3715A1", "371524103000")) {
            codes.add(new RegionCode(code));
        }
        for (RegionCode above : codes) {
            for (RegionCode middle : codes) {
                for (RegionCode below : codes) {
                    if (new Reach.Division(above).holds(middle) && new Reach.Division(middle).holds(below)) {
                        assertTrue(new Reach.Division(above).holds(below), above + " " + middle + " " + below);
                    }
                }
            }
        }
    }

    private static Optional<Caller> caller(String who) {
        return switch (who) {
            case "O" -> Optional.of(new Caller(LI, List.of(new Grant(Role.OFFICER, CITY))));
            case "o" -> Optional.of(new Caller(LI, List.of(new Grant(Role.OFFICER, SHEN))));
            case "C" -> Optional.of(new Caller(LI, List.of(new Grant(Role.COUNTY, SHEN))));
            case "E" -> Optional.of(new Caller(LI, List.of(new Grant(Role.ENTERPRISE, FIRM))));
            case "A" -> Optional.of(new Caller(LI, List.of(new Grant(Role.ADMINISTRATOR, CITY))));
            default -> Optional.empty();
        };
    }

    private static String told(Access access) {
        return access.match(permitted -> "PERMITTED", refused -> {
            assertTrue(List.of(Reason.values()).contains(refused.reason()));
            return refused.reason().name();
        });
    }
}
