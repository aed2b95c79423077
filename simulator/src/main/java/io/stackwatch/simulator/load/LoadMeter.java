package io.stackwatch.simulator.load;

import io.stackwatch.simulator.load.LoadResult.Percentiles;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Counts and times what is due within the measured stretch; the rest passes by. Nanoseconds of a monotonic clock. */
final class LoadMeter {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

    private final long from;
    private final long to;
    private final Histogram latency = new Histogram(1, LONGEST_MICROS, 3);
    private final Histogram lateness = new Histogram(1, LONGEST_MICROS, 3);
    private long acknowledged;
    private long sent;
    private long resent;
    private long unanswered;
    private long unsent;
    private long strange;
    private long disconnects;
    private long cpuAtStart = -1;
    private long cpuAtEnd = -1;

    LoadMeter(long from, long to) {
        this.from = from;
        this.to = to;
    }

    boolean isOver(long now) {
        return now >= to;
    }

    long end() {
        return to;
    }

    boolean counts(long due) {
        return due >= from && due < to;
    }

    /** To be called now and then: notes the processor time at both ends. */
    void look(long now) {
        if (cpuAtStart < 0 && now >= from) {
            cpuAtStart = processNanos();
        }
        if (cpuAtEnd < 0 && now >= to) {
            cpuAtEnd = processNanos();
        }
    }

    void sent(long due) {
        if (counts(due)) {
            sent++;
        }
    }

    void late(long due, long now) {
        if (counts(due)) {
            lateness.recordValue(micros(now - due));
        }
    }

    void acknowledged(long due, long now) {
        if (counts(due)) {
            acknowledged++;
            latency.recordValue(micros(now - due));
        }
    }

    void resent() {
        resent++;
    }

    void unanswered(long due) {
        if (counts(due)) {
            unanswered++;
        }
    }

    void unsent(long due) {
        if (counts(due)) {
            unsent++;
        }
    }

    void strange(long replies) {
        strange += replies;
    }

    void disconnected() {
        disconnects++;
    }

    LoadResult result(LoadOptions options, int frameBytes) {
        double seconds = (to - from) / 1e9;
        long cpu = cpuAtEnd < 0 ? 0 : cpuAtEnd - cpuAtStart;
        return new LoadResult(
                options,
                seconds,
                acknowledged,
                sent,
                resent,
                unanswered,
                unsent,
                strange,
                disconnects,
                percentiles(latency),
                percentiles(lateness),
                frameBytes,
                cpu / 1e9 / seconds);
    }

    private static Percentiles percentiles(Histogram histogram) {
        return new Percentiles(
                histogram.getValueAtPercentile(50),
                histogram.getValueAtPercentile(90),
                histogram.getValueAtPercentile(99),
                histogram.getValueAtPercentile(99.9),
                histogram.getMaxValue());
    }

    private static long micros(long nanos) {
        return Math.max(0, Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    private static long processNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
