package io.stackwatch.simulator.deceit;

import io.stackwatch.simulator.plant.Quantity;
import java.util.List;

/** How each honest oddity shows in a month. */
final class Oddities {

    private Oddities() {}

    static void play(Oddity oddity, PlantMonth month) {
        switch (oddity) {
            case NONE, STOPS_UNMARKED -> {}
            case STEADY_BURNER ->
                month.hours.forEach(hour -> {
                    double steady = month.kind.nitrogenOxides();
                    hour.change(
                            Quantity.NITROGEN_OXIDES,
                            value -> steady
                                    * (1 + 0.004 * (value / steady - 1) + 0.015 * (month.random.nextDouble() - 0.5)));
                });
            case WHOLE_NUMBERS -> month.decimals = 0;
            case STOPS_MARKED ->
                month.hours.stream().filter(hour -> hour.load < 0.2).forEach(hour -> hour.flag = "F");
            case CALIBRATES_DAILY -> calibrates(month, 24, 10);
            case NEAR_THE_WISH ->
                month.hours.forEach(hour -> hour.change(Quantity.SULPHUR_DIOXIDE, value -> value * 1.5));
            case BETTER_FUEL -> {
                calibrates(month, 168, 9);
                month.hours
                        .subList(516, PlantMonth.HOURS)
                        .forEach(hour -> hour.change(Quantity.SULPHUR_DIOXIDE, value -> value * 0.6));
            }
            case GAPS ->
                month.spells(8, 2, 30)
                        .forEach(
                                spell -> month.hours.subList(spell[0], spell[1]).forEach(hour -> hour.missing = true));
            case ABOVE_THE_RANGE ->
                month.spells(5, 2, 9)
                        .forEach(
                                spell -> month.hours.subList(spell[0], spell[1]).forEach(hour -> {
                                    double top = month.ranges.getOrDefault(Quantity.NITROGEN_OXIDES, 1.0);
                                    hour.change(Quantity.NITROGEN_OXIDES, value -> top);
                                    hour.flag = "T";
                                }));
            case SLOW_NETWORK -> month.spells(10, 1, 1).forEach(spell -> month.turnClock(spell[0], spell[1], -40));
            case VERY_CLEAN ->
                month.hours.forEach(
                        hour -> hour.change(Quantity.SULPHUR_DIOXIDE, value -> Math.max(0, value - 19) * 0.3));
            case LESS_AIR ->
                month.spells(3, 72, 110).forEach(spell -> month.hours
                        .subList(spell[0], spell[1])
                        .forEach(hour -> {
                            double more = (21 - hour.mean(Quantity.OXYGEN) + 2.2) / (21 - hour.mean(Quantity.OXYGEN));
                            hour.change(Quantity.OXYGEN, value -> value - 2.2);
                            hour.changePollutants(value -> value * more);
                        }));
        }
    }

    private static void calibrates(PlantMonth month, int every, int hour) {
        for (int i = hour; i < PlantMonth.HOURS; i += every) {
            month.hours.get(i).flag = "C";
            for (Quantity quantity : List.of(Quantity.SULPHUR_DIOXIDE, Quantity.NITROGEN_OXIDES)) {
                month.acts.add(new Act(true, Factors.code(quantity), month.hours.get(i).start, true));
            }
        }
    }
}
