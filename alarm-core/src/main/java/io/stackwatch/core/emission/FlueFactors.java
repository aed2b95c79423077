package io.stackwatch.core.emission;

import io.stackwatch.core.measurement.FactorCode;
import java.util.List;

/** The factors that an hour's flow is made of, in the vocabulary of HJ 212-2017/2025. */
public final class FlueFactors {

    /** Flow of flue gas (废气). */
    public static final FactorCode FLOW = new FactorCode("a00000");

    /** Velocity (烟气流速). */
    public static final FactorCode VELOCITY = new FactorCode("a01011");

    /** Temperature (烟气温度). */
    public static final FactorCode TEMPERATURE = new FactorCode("a01012");

    /** Static pressure (烟气压力). */
    public static final FactorCode PRESSURE = new FactorCode("a01013");

    /** Humidity (烟气湿度). */
    public static final FactorCode HUMIDITY = new FactorCode("a01014");

    /** All of them. */
    public static final List<FactorCode> ALL = List.of(FLOW, VELOCITY, TEMPERATURE, PRESSURE, HUMIDITY);

    private FlueFactors() {}

    /** The instruments whose control the flow of a basis rests on. */
    public static List<FactorCode> of(FlowBasis basis) {
        return switch (basis) {
            case REPORTED_DRY_STANDARD -> List.of(FLOW, VELOCITY);
            case REPORTED_ACTUAL -> List.of(FLOW, VELOCITY, TEMPERATURE, HUMIDITY);
            case FROM_VELOCITY -> List.of(VELOCITY, TEMPERATURE, HUMIDITY);
        };
    }
}
