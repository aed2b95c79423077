package io.stackwatch.simulator.deceit;

import io.stackwatch.simulator.plant.Plant;
import io.stackwatch.simulator.plant.Quantity;
import io.stackwatch.simulator.plant.StackGas;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** An hour of a plant in samples of five minutes; altered before it is reported. Confined to one thread. */
final class SampledHour {

    static final int SAMPLES = 12;

    final Instant start;
    private final Map<Quantity, double[]> samples = new EnumMap<>(Quantity.class);
    double load;
    double convertedTimes = 1;
    String flag = "N";
    boolean missing;

    SampledHour(Instant start) {
        this.start = start;
    }

    static SampledHour of(Plant plant, Instant start) {
        SampledHour hour = new SampledHour(start);
        for (int i = 0; i < SAMPLES; i++) {
            StackGas gas = plant.gasAt(start.plusSeconds(300L * i));
            for (Quantity quantity : Quantity.values()) {
                hour.values(quantity)[i] = gas.of(quantity);
            }
            hour.load += gas.load() / SAMPLES;
        }
        return hour;
    }

    /** The samples of a quantity; may be altered. */
    double[] values(Quantity quantity) {
        return samples.computeIfAbsent(quantity, some -> new double[SAMPLES]);
    }

    double mean(Quantity quantity) {
        double sum = 0;
        for (double sample : values(quantity)) {
            sum += sample;
        }
        return sum / SAMPLES;
    }

    void change(Quantity quantity, DoubleUnaryOperator change) {
        double[] values = values(quantity);
        for (int i = 0; i < SAMPLES; i++) {
            values[i] = change.applyAsDouble(values[i]);
        }
    }

    void changePollutants(DoubleUnaryOperator change) {
        for (Quantity quantity : Quantity.values()) {
            if (quantity.isPollutant()) {
                change(quantity, change);
            }
        }
    }

    /** Takes over everything that is measured in another hour. */
    void copy(SampledHour other) {
        other.samples.forEach((quantity, values) -> samples.put(quantity, values.clone()));
        load = other.load;
    }

    /** Mean of the samples at the reference oxygen. */
    double converted(Quantity quantity, double reference) {
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double air = Math.max(0.5, 21 - values(Quantity.OXYGEN)[i]);
            sum += values(quantity)[i] * (21 - reference) / air;
        }
        return convertedTimes * sum / SAMPLES;
    }
}
