package io.stackwatch.simulator.report;

import io.stackwatch.simulator.plant.Plant;
import io.stackwatch.simulator.plant.Quantity;
import io.stackwatch.simulator.plant.StackGas;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The measuring side of one logger: what it records of its stack for an instant, a minute, an hour, a day.
 *
 * <p>A pure function of the time asked for, so that back-fill gives the figures that were due. A minute is made from
 * twelve samples (HJ 75-2017: one every five seconds), an hour from its sixty minutes, a day from its hours, each as
 * {@link Means} says. Immutable and safe for use by several threads.
 */
public final class Recorder {

    private static final int SAMPLES = 12;
    private static final Duration SAMPLE_STEP = Duration.ofSeconds(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Plant plant;
    private final List<Factor> factors;
    private final Optional<Conversion> conversion;
    private final List<Mark> marks;
    private final ZoneId zone;

    /** @param conversion empty if the logger reports no converted values */
    public Recorder(Plant plant, List<Factor> factors, Optional<Conversion> conversion, List<Mark> marks, ZoneId zone) {
        this.plant = plant;
        this.factors = List.copyOf(factors);
        this.conversion = conversion;
        this.marks = List.copyOf(marks);
        this.zone = zone;
    }

    /** The same logger at a changed plant. */
    public Recorder at(Plant changed) {
        return new Recorder(changed, factors, conversion, marks, zone);
    }

    /** The plant that is measured. */
    public Plant plant() {
        return plant;
    }

    /** The factors, in the order in which they are reported. */
    public List<Factor> factors() {
        return factors;
    }

    /** The figures of one instant: min, mean and max are the same, there is no amount, and the flag is the mark itself. */
    public Map<Quantity, Figures> instant(Instant at) {
        StackGas gas = plant.gasAt(at);
        String flag = marks.stream()
                .filter(mark -> mark.covers(at))
                .map(Mark::letters)
                .findFirst()
                .orElse("N");
        Map<Quantity, Figures> figures = new EnumMap<>(Quantity.class);
        for (Factor factor : factors) {
            Quantity quantity = factor.quantity();
            Optional<Triple> converted =
                    converts(quantity).map(rule -> single(rule.of(gas.of(quantity), gas.oxygen()), factor));
            figures.put(quantity, new Figures(single(gas.of(quantity), factor), converted, Optional.empty(), flag));
        }
        return figures;
    }

    /** The figures of the interval of minute data that begins then; {@code length} is a whole number of minutes. */
    public Map<Quantity, Figures> minutes(Instant start, Duration length) {
        if (length.equals(MINUTE)) {
            return minute(start);
        }
        return over(start, length, MINUTE);
    }

    /** The figures of the hour that begins then. */
    public Map<Quantity, Figures> hour(Instant start) {
        return over(start, Duration.ofHours(1), MINUTE);
    }

    /** The figures of a calendar day in the logger's zone. */
    public Map<Quantity, Figures> day(LocalDate date) {
        List<Map<Quantity, Figures>> hours = new ArrayList<>();
        Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
        for (Instant hour = date.atStartOfDay(zone).toInstant(); hour.isBefore(end); hour = hour.plusSeconds(3600)) {
            hours.add(hour(hour));
        }
        return join(hours);
    }

    private Map<Quantity, Figures> over(Instant start, Duration length, Duration step) {
        List<Map<Quantity, Figures>> parts = new ArrayList<>();
        for (Instant at = start; at.isBefore(start.plus(length)); at = at.plus(step)) {
            parts.add(minute(at));
        }
        return join(parts);
    }

    private Map<Quantity, Figures> join(List<Map<Quantity, Figures>> parts) {
        Map<Quantity, Figures> joined = new EnumMap<>(Quantity.class);
        for (Factor factor : factors) {
            joined.put(
                    factor.quantity(),
                    Means.over(parts.stream()
                            .map(part -> part.get(factor.quantity()))
                            .toList()));
        }
        return joined;
    }

    private Map<Quantity, Figures> minute(Instant start) {
        List<StackGas> all = new ArrayList<>(SAMPLES);
        List<StackGas> normal = new ArrayList<>(SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            Instant at = start.plus(SAMPLE_STEP.multipliedBy(i));
            StackGas gas = plant.gasAt(at);
            all.add(gas);
            if (marks.stream().noneMatch(mark -> mark.covers(at))) {
                normal.add(gas);
            }
        }
        String flag = Means.flag(normal.size(), SAMPLES);
        List<StackGas> used = normal.isEmpty() ? all : normal;
        Map<Quantity, Figures> figures = new EnumMap<>(Quantity.class);
        for (Factor factor : factors) {
            figures.put(factor.quantity(), minute(factor, used, flag));
        }
        return figures;
    }

    private Figures minute(Factor factor, List<StackGas> used, String flag) {
        Quantity quantity = factor.quantity();
        double[] values = used.stream().mapToDouble(gas -> gas.of(quantity)).toArray();
        Optional<Triple> converted = converts(quantity)
                .map(rule -> triple(
                        used.stream()
                                .mapToDouble(gas -> rule.of(gas.of(quantity), gas.oxygen()))
                                .toArray(),
                        factor));
        return new Figures(triple(values, factor), converted, amount(factor, used), flag);
    }

    /** m3 of the minute for flow, kg of the minute for a pollutant; the measured, not the converted concentration. */
    private Optional<BigDecimal> amount(Factor factor, List<StackGas> used) {
        double seconds = 60.0 / used.size();
        if (factor.quantity() == Quantity.FLOW) {
            double cubicMetres =
                    used.stream().mapToDouble(gas -> gas.flow() * seconds).sum();
            return Optional.of(written(cubicMetres, factor.amountDecimals()));
        }
        if (factor.quantity().isPollutant()) {
            double kilograms = used.stream()
                    .mapToDouble(gas -> gas.of(factor.quantity()) * gas.flow() * seconds * 1e-6)
                    .sum();
            return Optional.of(written(kilograms, factor.amountDecimals()));
        }
        return Optional.empty();
    }

    private Optional<Conversion> converts(Quantity quantity) {
        return quantity.isPollutant() ? conversion : Optional.empty();
    }

    private static Triple single(double value, Factor factor) {
        BigDecimal written = written(value, factor.decimals());
        return new Triple(written, written, written);
    }

    private static Triple triple(double[] values, Factor factor) {
        double sum = 0;
        double min = values[0];
        double max = values[0];
        for (double value : values) {
            sum += value;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        int decimals = factor.decimals();
        return new Triple(written(min, decimals), written(sum / values.length, decimals), written(max, decimals));
    }

    /** Half to even, as HJ 212-2025 8.1.1 asks for. */
    private static BigDecimal written(double value, int decimals) {
        return BigDecimal.valueOf((long) Math.rint(value * Math.pow(10, decimals)), decimals);
    }
}
