package io.stackwatch.simulator.load;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a load run measured; latencies in microseconds from the instant a frame was due (paced) or sent (unpaced) to its
 * answer.
 *
 * @param seconds how long was measured
 * @param acknowledged frames due within that time and answered
 * @param sent frames written within that time, resends not included
 * @param resent frames written again
 * @param unanswered frames due within that time and never answered
 * @param unsent frames due within that time and never written, because their connection still waited
 * @param strange replies that were no awaited answer
 * @param disconnects connections that ended
 * @param latency of the answers
 * @param lateness how late the generator itself wrote a frame that could have gone, paced runs only
 * @param frameBytes length of a frame
 * @param cpuCores processor time of the generator divided by the time measured
 */
public record LoadResult(
        LoadOptions options,
        double seconds,
        long acknowledged,
        long sent,
        long resent,
        long unanswered,
        long unsent,
        long strange,
        long disconnects,
        Percentiles latency,
        Percentiles lateness,
        int frameBytes,
        double cpuCores) {

    /** Answers per second. */
    public double acknowledgedPerSecond() {
        return acknowledged / seconds;
    }

    /** Everything by name, for a file that a machine reads. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("target", options.host() + ":" + options.port());
        map.put("connections", options.connections());
        map.put("inFlight", options.inFlight());
        map.put("frames", options.shape().shapeName());
        map.put("frameBytes", frameBytes);
        map.put("rate", options.rate().isPresent() ? (Object) options.rate().getAsDouble() : "max");
        map.put("seconds", seconds);
        map.put("sent", sent);
        map.put("acknowledged", acknowledged);
        map.put("acknowledgedPerSecond", acknowledgedPerSecond());
        map.put("resent", resent);
        map.put("unanswered", unanswered);
        map.put("unsent", unsent);
        map.put("strangeReplies", strange);
        map.put("disconnects", disconnects);
        map.put("latencyMicros", latency.toMap());
        map.put("generatorLatenessMicros", lateness.toMap());
        map.put("generatorCpuCores", cpuCores);
        return map;
    }

    /** Whether every frame was answered on an unbroken connection. */
    public boolean isClean() {
        return unanswered == 0 && unsent == 0 && strange == 0 && disconnects == 0;
    }

    /** Points of a distribution, in microseconds. */
    public record Percentiles(long p50, long p90, long p99, long p999, long max) {

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("p50", p50);
            map.put("p90", p90);
            map.put("p99", p99);
            map.put("p99.9", p999);
            map.put("max", max);
            return map;
        }
    }
}
