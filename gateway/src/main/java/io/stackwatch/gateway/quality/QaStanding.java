package io.stackwatch.gateway.quality;

import io.stackwatch.core.quality.DueCheck;
import io.stackwatch.core.quality.OutOfControlPeriod;
import java.util.List;

/**
 * How the instruments of an outlet stand.
 *
 * @param periods when they were out of control, in order of factor and start
 * @param checks which checks are due, in time or overdue
 */
public record QaStanding(List<OutOfControlPeriod> periods, List<DueCheck> checks) {

    public QaStanding {
        periods = List.copyOf(periods);
        checks = List.copyOf(checks);
    }
}
