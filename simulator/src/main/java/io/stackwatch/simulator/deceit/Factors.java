package io.stackwatch.simulator.deceit;

import io.stackwatch.simulator.plant.PlantKind;
import io.stackwatch.simulator.plant.Quantity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Codes that the pretended loggers report under. */
final class Factors {

    /** Load of a boiler. */
    static final String LOAD = "x45001";

    static final int RATED_TONNES_AN_HOUR = 75;

    static final Map<Quantity, String> REPORTED = Collections.unmodifiableMap(new EnumMap<>(Map.of(
            Quantity.PARTICULATES, "a34013",
            Quantity.SULPHUR_DIOXIDE, "a21026",
            Quantity.NITROGEN_OXIDES, "a21002",
            Quantity.OXYGEN, "a19001",
            Quantity.FLOW, "a00000",
            Quantity.TEMPERATURE, "a01012",
            Quantity.HUMIDITY, "a01014")));

    private Factors() {}

    /** The code of what is reported; the name of the quantity of what is not. */
    static String code(Quantity quantity) {
        return REPORTED.getOrDefault(quantity, quantity.scenarioName());
    }

    static boolean reportsLoad(PlantKind kind) {
        return kind.name().equals("coal-boiler") || kind.name().equals("power");
    }
}
