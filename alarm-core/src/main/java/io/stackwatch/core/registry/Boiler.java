package io.stackwatch.core.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Boiler of the city's list in one version of its registration: items 8 to 10 of the action plan of 2017 (清单和台账).
 *
 * @param id identity over all versions
 * @param enterprise whose it is
 * @param name name as registered
 * @param steamTonsPerHour rated evaporation, t/h (蒸吨), above 0
 * @param fuel what it burns; of a replaced one, what replaced the coal
 * @param outlet where its smoke comes out, if that is registered
 * @param fate what became of it
 * @param document what says so, with its number
 * @param history what was accepted and proved, and when
 * @param mark how far the row has been checked
 * @param effective when this version holds
 */
public record Boiler(
        BoilerId id,
        EnterpriseId enterprise,
        String name,
        BigDecimal steamTonsPerHour,
        Fuel fuel,
        Optional<OutletId> outlet,
        Fate fate,
        String document,
        History history,
        Verification mark,
        Effective effective) {

    public Boiler {
        if (steamTonsPerHour.signum() <= 0) {
            throw new IllegalArgumentException("a boiler of " + steamTonsPerHour + " t/h: " + id);
        }
        steamTonsPerHour = steamTonsPerHour.stripTrailingZeros();
        if (fate == Fate.REPLACED && fuel.isCoal()) {
            throw new IllegalArgumentException("replaced, and still burns " + fuel + ": " + id);
        }
    }

    /** What became of a boiler. */
    public enum Fate {
        /** Goes on (保留). */
        KEPT,
        /** Closed down for good (取缔关闭): chimney pulled down or flue cut. */
        REMOVED,
        /** Turned to another fuel or to heat from elsewhere (替代). */
        REPLACED
    }

    /** What a boiler burns. */
    public enum Fuel {
        /** Coal. */
        COAL,
        /** What item 9 does not take for a replacement: clean briquettes, coal-water slurry, anthracite, semi-coke, crude oil. */
        COAL_LIKE,
        /** Gas (煤改气). */
        GAS,
        /** Electricity (煤改电). */
        ELECTRICITY,
        /** Biomass behind a bag filter, which item 9 takes for a replacement. */
        BIOMASS_WITH_BAG_FILTER,
        /** District heat, geothermal heat, wind, sun. */
        OTHER_HEAT;

        /** Whether the plan treats it as coal. */
        public boolean isCoal() {
            return this == COAL || this == COAL_LIKE;
        }
    }

    /**
     * What was accepted and proved; each empty while it was not.
     *
     * @param ultraLowAcceptedOn the day on which ultra-low emission was accepted (超低排放验收)
     * @param networkedOn the day on which it was connected with the authority (联网)
     * @param removalEvidence what proves that it cannot work again (销号): chimney pulled down, flue cut
     */
    public record History(
            Optional<LocalDate> ultraLowAcceptedOn, Optional<LocalDate> networkedOn, Optional<String> removalEvidence) {

        /** Nothing yet. */
        public static final History NONE = new History(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
