package io.stackwatch.simulator.deceit;

import io.stackwatch.simulator.plant.Plant;
import io.stackwatch.simulator.plant.PlantKind;
import io.stackwatch.simulator.plant.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A month of a pretended plant on its way to become a labelled one: hours to be altered, acts, labels. Confined to one thread. */
final class PlantMonth {

    static final int HOURS = 30 * 24;

    /** The first ten days stay as they are, so that there is something to compare with. */
    private static final int QUIET_HOURS = 240;

    final PlantKind kind;
    final List<SampledHour> hours = new ArrayList<>();
    final List<Act> acts = new ArrayList<>();
    final List<Label> labels = new ArrayList<>();
    final Map<Quantity, Double> wishes = new EnumMap<>(Quantity.class);
    final Map<Quantity, Double> ranges = new EnumMap<>(Quantity.class);
    final Random random;
    int decimals = 2;
    private final long[] ahead = new long[HOURS];

    PlantMonth(PlantKind kind, Plant plant, Instant start, long seed) {
        this.kind = kind;
        this.random = new Random(seed);
        for (int i = 0; i < HOURS; i++) {
            hours.add(SampledHour.of(plant, start.plusSeconds(3_600L * i)));
        }
        wish(Quantity.PARTICULATES, kind.particulates());
        wish(Quantity.SULPHUR_DIOXIDE, kind.sulphurDioxide());
        wish(Quantity.NITROGEN_OXIDES, kind.nitrogenOxides());
    }

    private void wish(Quantity quantity, double typical) {
        wishes.put(quantity, Math.ceil(typical * 1.6));
        ranges.put(quantity, Math.ceil(typical * 6));
    }

    /** That many stretches between two lengths in hours, in the last twenty days, apart from each other. */
    List<int[]> spells(int count, int least, int most) {
        List<int[]> spells = new ArrayList<>();
        int each = (HOURS - QUIET_HOURS) / count;
        for (int i = 0; i < count; i++) {
            int length = least + random.nextInt(most - least + 1);
            int from = QUIET_HOURS + i * each + random.nextInt(Math.max(1, each - length - 1));
            spells.add(new int[] {from, Math.min(HOURS - 1, from + length)});
        }
        return spells;
    }

    /** Alters stretches and labels them. */
    void during(Deceit deceit, List<int[]> spells, BiConsumer<SampledHour, SampledHour> alter) {
        for (int[] spell : spells) {
            SampledHour first = hours.get(spell[0]);
            for (SampledHour hour : hours.subList(spell[0], spell[1])) {
                alter.accept(first, hour);
            }
            labels.add(new Label(deceit, first.start, hours.get(spell[1]).start));
        }
    }

    void label(Deceit deceit, int from, int to) {
        Instant end =
                to < HOURS ? hours.get(to).start : hours.get(HOURS - 1).start.plusSeconds(3_600);
        labels.add(new Label(deceit, hours.get(from).start, end));
    }

    void turnClock(int from, int to, long seconds) {
        for (int i = from; i < to; i++) {
            ahead[i] += seconds;
        }
    }

    /** As the logger reports it. */
    LabelledMonth reported(String outlet, Oddity oddity) {
        List<HourRow> rows = new ArrayList<>();
        for (SampledHour hour : hours) {
            if (!hour.missing) {
                Factors.REPORTED.forEach((quantity, code) -> rows.add(row(hour, quantity, code)));
                if (Factors.reportsLoad(kind)) {
                    BigDecimal load = written(hour.load * Factors.RATED_TONNES_AN_HOUR, 2);
                    rows.add(new HourRow(Factors.LOAD, hour.start, load, load, load, Optional.empty(), hour.flag));
                }
            }
        }
        return new LabelledMonth(
                outlet,
                kind.name(),
                oddity,
                kind.referenceOxygen(),
                byCode(wishes),
                byCode(ranges),
                List.copyOf(rows),
                acts.stream().sorted(Comparator.comparing(Act::at)).toList(),
                clock(),
                List.copyOf(labels));
    }

    private HourRow row(SampledHour hour, Quantity quantity, String code) {
        double[] values = hour.values(quantity);
        int digits = quantity.isPollutant() ? decimals : 2;
        return new HourRow(
                code,
                hour.start,
                written(Arrays.stream(values).min().orElseThrow(), digits),
                written(hour.mean(quantity), digits),
                written(Arrays.stream(values).max().orElseThrow(), digits),
                quantity.isPollutant()
                        ? Optional.of(written(hour.converted(quantity, kind.referenceOxygen()), digits))
                        : Optional.empty(),
                hour.flag);
    }

    private List<ClockRow> clock() {
        List<ClockRow> rows = new ArrayList<>();
        for (int i = 0; i < HOURS; i++) {
            for (int minute = 0; minute < 60; minute += 10) {
                Instant said = hours.get(i).start.plusSeconds(minute * 60L);
                rows.add(new ClockRow(said.plusSeconds(ahead[i]), said.plusSeconds(1 + random.nextInt(5))));
            }
        }
        return List.copyOf(rows);
    }

    private static Map<String, BigDecimal> byCode(Map<Quantity, Double> figures) {
        Map<String, BigDecimal> coded = new TreeMap<>();
        figures.forEach((quantity, figure) -> coded.put(Factors.code(quantity), written(figure, 2)));
        return coded;
    }

    private static BigDecimal written(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
    }
}
