package io.stackwatch.gateway.app;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How long alarms took in one run of a benchmark, as a line of its table.
 *
 * @param sorted milliseconds, in order of length
 * @param missing alarms that did not come
 */
record AlarmTimes(List<Double> sorted, int missing) {

    static AlarmTimes of(Collection<Double> millis, int sent) {
        return new AlarmTimes(millis.stream().sorted().toList(), sent - millis.size());
    }

    static void heading() {
        System.out.println(String.format(
                Locale.ROOT,
                "%-22s %7s %7s %8s %8s %8s %8s",
                "beside",
                "alarms",
                "missing",
                "p50 ms",
                "p90 ms",
                "p99 ms",
                "max ms"));
    }

    void row(String beside) {
        System.out.println(String.format(
                Locale.ROOT,
                "%-22s %7d %7d %8.1f %8.1f %8.1f %8.1f",
                beside,
                sorted.size(),
                missing,
                millis(0.5),
                millis(0.9),
                millis(0.99),
                millis(1)));
    }

    private double millis(double quantile) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(quantile * sorted.size()) - 1);
    }
}
