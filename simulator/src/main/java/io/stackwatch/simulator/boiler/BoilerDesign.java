package io.stackwatch.simulator.boiler;

/**
 * What a boiler is built for and what it burns. Made up, and plausible; what it may let out is nowhere in the simulator.
 *
 * @param ratedTonnes of steam an hour (蒸吨)
 * @param sulphurPercent of the coal's mass
 * @param ashPercent of the coal's mass
 * @param megajoules lower heating value of a kilogram of coal
 * @param oxygen percent by volume, dry, behind the furnace at rated load
 */
public record BoilerDesign(
        double ratedTonnes, double sulphurPercent, double ashPercent, double megajoules, double oxygen) {

    /** Megajoules that make a kilogram of steam out of feed water. */
    static final double STEAM_HEAT = 2.34;

    /** Share of the heat of the coal that is in the steam at rated load. */
    static final double EFFICIENCY = 0.86;

    private static final double DRY_GAS_PER_MEGAJOULE = 0.256;

    public BoilerDesign {
        within("rated tonnes", ratedTonnes, 1, 2_000);
        within("sulphur", sulphurPercent, 0.05, 5);
        within("ash", ashPercent, 1, 60);
        within("megajoules", megajoules, 8, 35);
        within("oxygen", oxygen, 1, 15);
    }

    /** A grate of that many tonnes of steam an hour on ordinary coal. */
    public static BoilerDesign ofTonnes(double ratedTonnes) {
        return new BoilerDesign(ratedTonnes, 0.6, 22, 20.9, 8.2);
    }

    /** Kilograms of coal a second for that much steam. */
    double coal(double steamTonnes, double efficiency) {
        return steamTonnes / 3.6 * STEAM_HEAT / (megajoules * efficiency);
    }

    /** Cubic metres of dry gas, standard state, of a kilogram of coal burnt so that this much oxygen is left. */
    double dryGas(double oxygenLeft) {
        return DRY_GAS_PER_MEGAJOULE * megajoules * Boiler.AIR_OXYGEN / (Boiler.AIR_OXYGEN - oxygenLeft);
    }

    /** Dry flow at rated load, m3/s in standard state. */
    double ratedFlow() {
        return coal(ratedTonnes, EFFICIENCY) * dryGas(oxygen);
    }

    /** Cross-section of the stack, m2: ten metres a second at rated load. */
    double area() {
        return ratedFlow() * 1.33 / 10;
    }

    private static void within(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(what + " must be " + least + " to " + most + ": " + value);
        }
    }
}
