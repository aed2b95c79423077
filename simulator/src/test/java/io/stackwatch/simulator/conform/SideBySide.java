package io.stackwatch.simulator.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Tests that mostly wait, waiting side by side; each is reported under its own name. */
final class SideBySide implements AutoCloseable {

    private static final int AT_ONCE = 6;

    private final ExecutorService threads;

    SideBySide() {
        this(AT_ONCE);
    }

    SideBySide(int atOnce) {
        threads = Executors.newFixedThreadPool(atOnce);
    }

    Stream<DynamicTest> tests(Map<String, Callable<Void>> named) {
        List<DynamicTest> tests = new ArrayList<>();
        named.forEach((name, test) -> {
            Future<Void> running = threads.submit(test);
            tests.add(DynamicTest.dynamicTest(name, () -> join(running)));
        });
        return tests.stream();
    }

    private static void join(Future<Void> running) throws Throwable {
        try {
            running.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
