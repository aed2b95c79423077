package io.stackwatch.simulator;

import io.stackwatch.simulator.load.LoadOptions;
import io.stackwatch.simulator.load.LoadResult;
import io.stackwatch.simulator.load.LoadResult.Percentiles;
import java.util.Locale;

/** The figures of a load run for people. */
final class LoadTable {

    private LoadTable() {}

    static String of(LoadResult result) {
        LoadOptions options = result.options();
        String pace = options.rate().isPresent()
                ? String.format(Locale.ROOT, "paced at %.0f/s", options.rate().getAsDouble())
                : "as fast as answers come";
        return String.format(
                Locale.ROOT,
                """
                %d connections, %d in flight each, %s (%d bytes), %s, %.1f s
                acknowledged        %12.0f /s   (%d frames)
                resent              %12d      unanswered %d, unsent %d, strange replies %d, disconnects %d
                time to answer    %s
                generator late by %s
                generator's CPU     %12.2f cores""",
                options.connections(),
                options.inFlight(),
                options.shape().shapeName(),
                result.frameBytes(),
                pace,
                result.seconds(),
                result.acknowledgedPerSecond(),
                result.acknowledged(),
                result.resent(),
                result.unanswered(),
                result.unsent(),
                result.strange(),
                result.disconnects(),
                milliseconds(result.latency()),
                milliseconds(result.lateness()),
                result.cpuCores());
    }

    private static String milliseconds(Percentiles points) {
        return String.format(
                Locale.ROOT,
                "p50 %.2f  p90 %.2f  p99 %.2f  p99.9 %.2f  max %.2f ms",
                points.p50() / 1e3,
                points.p90() / 1e3,
                points.p99() / 1e3,
                points.p999() / 1e3,
                points.max() / 1e3);
    }
}
