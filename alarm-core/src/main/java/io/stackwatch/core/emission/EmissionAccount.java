package io.stackwatch.core.emission;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.quality.CaptureRate;
import io.stackwatch.core.quality.Quarter;
import io.stackwatch.core.quality.Sufficiency;
import io.stackwatch.core.quality.ValidTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
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

    /** Whether a legal day has enough hours that were measured. */
    public Sufficiency sufficiency(LocalDate day, ValidTime rule) {
        return rule.day(in(Window.day(day, LegalTime.ZONE)).measuredHours(), day);
    }

    /** Whether a month has enough days that have enough hours that were measured. */
    public Sufficiency sufficiency(YearMonth month, ValidTime rule) {
        int valid = 0;
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            valid += sufficiency(month.atDay(day), rule).enough() ? 1 : 0;
        }
        return rule.month(valid, month);
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
