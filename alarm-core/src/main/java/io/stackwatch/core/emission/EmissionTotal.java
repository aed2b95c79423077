package io.stackwatch.core.emission;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What hours come to: measured, substituted and absent told apart. Adding an hour never makes it less.
 *
 * @param measured sum of the measured hours
 * @param measuredHours how many these are
 * @param substituted sum of the substituted hours
 * @param substitutedHours how many these are
 * @param absent hours without a mass, by why they have none of their own
 */
public record EmissionTotal(
        Mass measured,
        int measuredHours,
        Mass substituted,
        int substitutedHours,
        Map<HourEmission.Reason, Integer> absent) {

    /** No hour at all. */
    public static final EmissionTotal NOTHING = new EmissionTotal(Mass.ZERO, 0, Mass.ZERO, 0, Map.of());

    public EmissionTotal {
        EnumMap<HourEmission.Reason, Integer> inOrder = new EnumMap<>(HourEmission.Reason.class);
        inOrder.putAll(absent);
        absent = Collections.unmodifiableMap(inOrder);
    }

    /** What hours come to; the same as adding each. */
    public static EmissionTotal of(List<AccountedHour> hours) {
        Adding adding = new Adding();
        hours.forEach(hour -> adding.add(hour.emission()));
        return new EmissionTotal(
                new Mass(adding.measured),
                adding.measuredHours,
                new Mass(adding.substituted),
                adding.substitutedHours,
                adding.absent);
    }

    /** Adds up thousands of hours without a total for each. */
    private static final class Adding {

        private final EnumMap<HourEmission.Reason, Integer> absent = new EnumMap<>(HourEmission.Reason.class);
        private long measured;
        private int measuredHours;
        private long substituted;
        private int substitutedHours;

        void add(HourEmission hour) {
            hour.match(
                    mass -> {
                        measured = Math.addExact(measured, mass.kept().milligrams());
                        return ++measuredHours;
                    },
                    mass -> {
                        substituted = Math.addExact(substituted, mass.kept().milligrams());
                        return ++substitutedHours;
                    },
                    none -> absent.merge(none.why(), 1, Integer::sum));
        }
    }

    /** Measured and substituted together. */
    public Mass sum() {
        return measured.plus(substituted);
    }

    /** Hours that were lost and for which nothing stands: by so many the sum is too small. */
    public int lostHours() {
        return absent.entrySet().stream()
                .filter(entry -> entry.getKey().lost())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Whether every hour that had to be measured has a mass, measured or substituted. */
    public boolean complete() {
        return lostHours() == 0;
    }

    /** With one more hour. */
    public EmissionTotal plus(HourEmission hour) {
        return hour.match(
                mass -> new EmissionTotal(
                        measured.plus(mass.kept()), measuredHours + 1, substituted, substitutedHours, absent),
                mass -> new EmissionTotal(
                        measured, measuredHours, substituted.plus(mass.kept()), substitutedHours + 1, absent),
                none -> {
                    EnumMap<HourEmission.Reason, Integer> more = new EnumMap<>(HourEmission.Reason.class);
                    more.putAll(absent);
                    more.merge(none.why(), 1, Integer::sum);
                    return new EmissionTotal(measured, measuredHours, substituted, substitutedHours, more);
                });
    }

    /** Both together: of other days, outlets or enterprises. */
    public EmissionTotal plus(EmissionTotal other) {
        EnumMap<HourEmission.Reason, Integer> both = new EnumMap<>(HourEmission.Reason.class);
        both.putAll(absent);
        other.absent.forEach((why, hours) -> both.merge(why, hours, Integer::sum));
        return new EmissionTotal(
                measured.plus(other.measured),
                measuredHours + other.measuredHours,
                substituted.plus(other.substituted),
                substitutedHours + other.substitutedHours,
                both);
    }
}
