package io.stackwatch.core.emission;

import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.quality.CaptureRate;
import io.stackwatch.core.quality.Quarter;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The hours of one outlet and factor as they count in totals, and the capture rates that chose the substitutes.
 *
 * @param hours in order of time, each hour once
 * @param capture capture rate of each quarter, as far as its hours were looked at
 */
public record EmissionAccount(List<AccountedHour> hours, SortedMap<Quarter, CaptureRate> capture) {

    public EmissionAccount {
        hours = List.copyOf(hours);
        capture = Collections.unmodifiableSortedMap(new TreeMap<>(capture));
    }

    /** What the hours that start in a period come to. */
    public EmissionTotal in(Window period) {
        return EmissionTotal.of(hours.subList(firstNotBefore(period.start()), firstNotBefore(period.end())));
    }

    private int firstNotBefore(Instant instant) {
        int low = 0;
        int high = hours.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hours.get(middle).hour().start().isBefore(instant)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
