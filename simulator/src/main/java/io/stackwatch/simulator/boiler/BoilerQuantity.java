package io.stackwatch.simulator.boiler;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is measured at a boiler, by the name of its node. Concentrations and flow are dry and in standard state. */
public enum BoilerQuantity {
    /** Sulphur dioxide as it is in the stack, not converted. */
    SULPHUR_DIOXIDE("SO2", "mg/m3", 2),
    /** Nitrogen oxides as NO2, likewise. */
    NITROGEN_OXIDES("NOx", "mg/m3", 2),
    /** Particulate matter (颗粒物), likewise. */
    PARTICULATES("PM", "mg/m3", 2),
    /** Oxygen, by volume. */
    OXYGEN("O2", "%", 2),
    /** Flow. */
    FLOW("Flow", "m3/s", 2),
    /** Velocity in the stack. */
    VELOCITY("Velocity", "m/s", 2),
    /** Temperature in the stack. */
    TEMPERATURE("Temperature", "Cel", 1),
    /** Static gauge pressure in the stack. */
    PRESSURE("Pressure", "kPa", 3),
    /** Moisture (含湿量), by volume. */
    HUMIDITY("Humidity", "%", 1),
    /** Heat given, as steam (蒸吨). */
    LOAD("Load", "t/h", 2),
    /** Coal fed (给煤量). */
    FUEL("FuelFeed", "t/h", 2),
    /** Current of the induced-draft fan (引风机). */
    FAN_CURRENT("FanCurrent", "A", 1),
    /** Feed water (给水量). */
    FEED_WATER("FeedWater", "t/h", 2),
    /** Steam at the meter (蒸汽流量). */
    STEAM("SteamFlow", "t/h", 2),
    /** What the fire does, as {@link FireState#code()}. */
    FIRE("FireState", "1", 0);

    private final String nodeName;
    private final String unit;
    private final int decimals;

    BoilerQuantity(String nodeName, String unit, int decimals) {
        this.nodeName = nodeName;
        this.unit = unit;
        this.decimals = decimals;
    }

    /** The last part of its node id. */
    public String nodeName() {
        return nodeName;
    }

    /** In UCUM's words. */
    public String unit() {
        return unit;
    }

    /** As the instrument shows it. */
    double shown(double figure) {
        double ten = Math.pow(10, decimals);
        return Math.rint(figure * ten) / ten;
    }

    /** The quantity with that node name; empty if there is none. */
    public static Optional<BoilerQuantity> named(String nodeName) {
        return Arrays.stream(values())
                .filter(quantity -> quantity.nodeName.equals(nodeName))
                .findFirst();
    }

    /** All node names, in order. */
    public static List<String> names() {
        return Arrays.stream(values()).map(BoilerQuantity::nodeName).toList();
    }
}
