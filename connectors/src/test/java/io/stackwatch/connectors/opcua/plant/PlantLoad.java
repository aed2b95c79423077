package io.stackwatch.connectors.opcua.plant;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A plant as a process of its own, whose nodes all change at a steady pace: {@code nodes intervalMillis}. Writes its
 * address; with each line that it reads it writes how many values there were and how many
 * nanoseconds of processor it took since it began. Ends with its input.
 */
public final class PlantLoad {

    private PlantLoad() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        int nodes = Integer.parseInt(arguments[0]);
        int interval = Integer.parseInt(arguments[1]);
        String[] names = new String[nodes];
        for (int i = 0; i < nodes; i++) {
            names[i] = "N" + i;
        }
        AtomicLong values = new AtomicLong();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "plant");
            thread.setDaemon(true);
            return thread;
        });
        try (Plant plant = new Plant(names).withoutHistory().start()) {
            var unused = timer.scheduleAtFixedRate(
                    () -> {
                        Instant now = Instant.now();
                        long turn = values.get() / nodes;
                        for (int i = 0; i < nodes; i++) {
                            plant.set(names[i], 20f + (turn + i) % 977 / 10f, now);
                        }
                        values.addAndGet(nodes);
                    },
                    interval,
                    interval,
                    TimeUnit.MILLISECONDS);
            System.out.println(plant.url());
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            while (in.readLine() != null) {
                System.out.println(values.get() + " " + cpuNanos());
            }
        }
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
