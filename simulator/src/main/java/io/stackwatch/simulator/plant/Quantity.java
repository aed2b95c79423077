package io.stackwatch.simulator.plant;

import java.util.Arrays;
import java.util.Optional;

/** What a CEMS measures in a stack; the name in brackets is the one of the scenario file. */
public enum Quantity {
    /** Particulate matter (颗粒物), mg/m3, dry, standard state, at the oxygen content of the moment ({@code pm}). */
    PARTICULATES("pm"),
    /** Sulphur dioxide, as {@link #PARTICULATES} ({@code so2}). */
    SULPHUR_DIOXIDE("so2"),
    /** Nitrogen oxides as NO2, as {@link #PARTICULATES} ({@code nox}). */
    NITROGEN_OXIDES("nox"),
    /** Oxygen content (含氧量), percent by volume, dry ({@code o2}). */
    OXYGEN("o2"),
    /** Velocity of the flue gas, m/s ({@code velocity}). */
    VELOCITY("velocity"),
    /** Temperature of the flue gas, degrees Celsius ({@code temperature}). */
    TEMPERATURE("temperature"),
    /** Static gauge pressure, kPa ({@code pressure}). */
    PRESSURE("pressure"),
    /** Moisture (含湿量), percent by volume ({@code humidity}). */
    HUMIDITY("humidity"),
    /** Flow, dry, standard state, m3/s ({@code flow}). */
    FLOW("flow");

    private final String scenarioName;

    Quantity(String scenarioName) {
        this.scenarioName = scenarioName;
    }

    /** The name in scenario files and tables. */
    public String scenarioName() {
        return scenarioName;
    }

    /** Whether it is a concentration, so that a conversion to reference oxygen and an amount in kg exist. */
    public boolean isPollutant() {
        return this == PARTICULATES || this == SULPHUR_DIOXIDE || this == NITROGEN_OXIDES;
    }

    /** The quantity of that scenario name; empty if there is none. */
    public static Optional<Quantity> named(String name) {
        return Arrays.stream(values())
                .filter(quantity -> quantity.scenarioName.equals(name))
                .findFirst();
    }
}
