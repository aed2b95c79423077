package io.stackwatch.simulator.deceit;

import io.stackwatch.simulator.plant.Quantity;
import java.util.List;
import java.util.stream.Stream;

/** How each deceit alters a month. */
final class Deceits {

    private static final List<Quantity> POLLUTANTS =
            Stream.of(Quantity.values()).filter(Quantity::isPollutant).toList();

    private Deceits() {}

    static void play(Deceit deceit, PlantMonth month, PlantMonth neighbour) {
        switch (deceit) {
            case FREEZES ->
                month.during(deceit, month.spells(4, 5, 30), (first, hour) -> {
                    double held = first.values(Quantity.SULPHUR_DIOXIDE)[0];
                    hour.change(Quantity.SULPHUR_DIOXIDE, value -> held);
                });
            case STEADIES ->
                month.during(deceit, month.spells(4, 8, 40), (first, hour) -> {
                    double kept = first.mean(Quantity.NITROGEN_OXIDES);
                    hour.change(Quantity.NITROGEN_OXIDES, value -> kept + 0.01 * (value - kept));
                });
            case KEEPS_BELOW -> keepsBelow(month);
            case CUTS_PEAKS ->
                month.during(deceit, month.spells(4, 24, 72), (first, hour) -> {
                    double cut = kept(month, Quantity.SULPHUR_DIOXIDE) * 0.62;
                    hour.change(Quantity.SULPHUR_DIOXIDE, value -> Math.min(cut, value));
                });
            case RANGE_TOO_SMALL -> {
                month.ranges.put(Quantity.NITROGEN_OXIDES, kept(month, Quantity.NITROGEN_OXIDES));
                month.during(
                        deceit,
                        month.spells(5, 3, 16),
                        (first, hour) -> hour.change(
                                Quantity.NITROGEN_OXIDES,
                                value -> Math.min(kept(month, Quantity.NITROGEN_OXIDES), value * 2.2)));
            }
            case REPLAYS_A_DAY -> replays(month, month, 1 + month.random.nextInt(8));
            case BORROWS_A_DAY -> replays(month, neighbour, 1);
            case DILUTES_THE_SAMPLE ->
                month.during(deceit, month.spells(5, 3, 20), (first, hour) -> {
                    double left = 1.5 / (21 - hour.mean(Quantity.OXYGEN));
                    hour.changePollutants(value -> value * left);
                    hour.change(Quantity.OXYGEN, value -> 21 - (21 - value) * left);
                });
            case LOWERS_OXYGEN ->
                month.during(
                        deceit,
                        month.spells(3, 60, 120),
                        (first, hour) -> hour.change(Quantity.OXYGEN, value -> value - 2.5));
            case REWRITES_CONVERTED ->
                month.during(deceit, month.spells(4, 10, 60), (first, hour) -> hour.convertedTimes = 0.8);
            case WRONG_ZERO ->
                month.during(
                        deceit,
                        month.spells(5, 3, 12),
                        (first, hour) -> hour.change(
                                Quantity.SULPHUR_DIOXIDE, value -> value - 1.6 * month.kind.sulphurDioxide()));
            case HIDES_FLOW ->
                month.during(
                        deceit,
                        month.spells(5, 3, 24),
                        (first, hour) -> hour.change(Quantity.FLOW, value -> value * 0.04));
            case WRITES_LOW ->
                month.during(
                        deceit, month.spells(5, 4, 14), (first, hour) -> hour.changePollutants(value -> value * 0.15));
            case TURNS_THE_CLOCK -> turnsTheClock(month);
            case TUNES -> lower(deceit, month, false, 0.55);
            case CALIBRATES_DOWN -> lower(deceit, month, true, 0.6);
            case CALIBRATES_AT_PEAKS -> marksPeaks(deceit, month, 0.9, "C", true);
            case MAINTAINS_MUCH -> maintains(month);
            case MARKS_PEAKS -> marksPeaks(deceit, month, 0.95, "M", false);
            case HIDES_LOAD ->
                month.during(deceit, month.spells(1, 300, 400), (first, hour) -> {
                    double times = Math.pow(month.kind.ratedLoad() / Math.max(0.2, hour.load), 2.5);
                    hour.changePollutants(value -> value * times);
                });
        }
    }

    /** Whatever the plant lets out, no more than a wish is reported, and never the same figure twice. */
    private static void keepsBelow(PlantMonth month) {
        month.during(Deceit.KEEPS_BELOW, month.spells(1, 300, 420), (first, hour) -> {
            double times = 2.2 * kept(month, Quantity.SULPHUR_DIOXIDE) / (1.6 * month.kind.sulphurDioxide());
            double real = hour.converted(Quantity.SULPHUR_DIOXIDE, month.kind.referenceOxygen()) * times;
            double wished = kept(month, Quantity.SULPHUR_DIOXIDE) * (0.955 + 0.04 * month.random.nextDouble());
            double by = times * Math.min(1, wished / real);
            hour.change(Quantity.SULPHUR_DIOXIDE, value -> value * by);
        });
    }

    private static void replays(PlantMonth month, PlantMonth from, int daysBack) {
        Deceit deceit = from == month ? Deceit.REPLAYS_A_DAY : Deceit.BORROWS_A_DAY;
        for (int[] spell : month.spells(4, 24, 24)) {
            int day = spell[0] / 24 * 24;
            for (int i = day; i < day + 24; i++) {
                month.hours.get(i).copy(from.hours.get(i - 24 * daysBack));
            }
            month.label(deceit, day, day + 24);
        }
    }

    private static void turnsTheClock(PlantMonth month) {
        for (int[] spell : month.spells(5, 2, 10)) {
            month.turnClock(spell[0], spell[1], -1_200);
            month.label(Deceit.TURNS_THE_CLOCK, spell[0], spell[1] + 1);
        }
    }

    private static void lower(Deceit deceit, PlantMonth month, boolean calibration, double times) {
        for (int[] spell : month.spells(3, 60, 110)) {
            month.acts.add(new Act(
                    calibration, Factors.code(Quantity.NITROGEN_OXIDES), month.hours.get(spell[0]).start, calibration));
            for (SampledHour hour : month.hours.subList(spell[0], spell[1])) {
                hour.change(Quantity.NITROGEN_OXIDES, value -> value * times);
            }
            month.label(deceit, spell[0], spell[0] + 48);
        }
    }

    /** Peaks of some hours, with a mark that begins behind the first high hour. */
    private static void marksPeaks(Deceit deceit, PlantMonth month, double share, String flag, boolean calibration) {
        List<int[]> peaks = month.spells(9, 4, 7);
        for (int[] peak : peaks) {
            for (int i = peak[0]; i < peak[1]; i++) {
                SampledHour hour = month.hours.get(i);
                double times = kept(month, Quantity.SULPHUR_DIOXIDE)
                        * (i == peak[0] ? share + 0.03 : 1.3)
                        / hour.converted(Quantity.SULPHUR_DIOXIDE, month.kind.referenceOxygen());
                hour.change(Quantity.SULPHUR_DIOXIDE, value -> value * times);
                if (i > peak[0]) {
                    hour.flag = flag;
                }
            }
            if (calibration) {
                month.acts.add(new Act(
                        true, Factors.code(Quantity.SULPHUR_DIOXIDE), month.hours.get(peak[0] + 1).start, true));
            }
        }
        month.label(deceit, peaks.get(0)[0], peaks.get(peaks.size() - 1)[1]);
    }

    private static void maintains(PlantMonth month) {
        for (int i = 240; i < PlantMonth.HOURS; i++) {
            if (month.random.nextInt(100) < 22) {
                month.hours.get(i).flag = "M";
            }
        }
        month.label(Deceit.MAINTAINS_MUCH, 240, PlantMonth.HOURS);
    }

    private static double kept(PlantMonth month, Quantity quantity) {
        return month.wishes.getOrDefault(POLLUTANTS.contains(quantity) ? quantity : POLLUTANTS.get(0), 1.0);
    }
}
