package io.stackwatch.gateway.forecast;

import io.stackwatch.core.alarm.SeenMinute;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Minutes of a factor of an outlet, as far as they have come.
 *
 * @param limit the limit in force in the running hour
 * @param converted whether the logger converted them to the reference conditions; else they are as measured
 * @param minutes in order of time; those that did not come are left out
 * @param interval how long each is
 */
public record OutletMinutes(
        FactorCode factor, Limit limit, boolean converted, List<SeenMinute> minutes, Duration interval) {

    private static final int MINUTES = 60;

    public OutletMinutes {
        minutes = List.copyOf(minutes);
    }

    /** Those of one hour, an interval of several minutes counted as so many; an hour has no more than sixty. */
    public Counted in(Instant hour) {
        List<Concentration> valid = new ArrayList<>();
        int invalid = 0;
        for (SeenMinute minute : minutes) {
            if (minute.start().isBefore(hour) || !minute.start().isBefore(hour.plus(Duration.ofHours(1)))) {
                continue;
            }
            int room = Math.min(Math.toIntExact(interval.toMinutes()), MINUTES - valid.size() - invalid);
            if (minute.value().isPresent()) {
                valid.addAll(Collections.nCopies(room, minute.value().get()));
            } else {
                invalid += room;
            }
        }
        return new Counted(valid, invalid);
    }

    /**
     * The minutes of an hour.
     *
     * @param valid those that count
     * @param invalid how many came and do not
     */
    public record Counted(List<Concentration> valid, int invalid) {

        public Counted {
            valid = List.copyOf(valid);
        }

        /** Of how many nothing is known yet. */
        public int open() {
            return MINUTES - valid.size() - invalid;
        }

        /** Whether none has come. */
        public boolean none() {
            return valid.isEmpty() && invalid == 0;
        }
    }
}
