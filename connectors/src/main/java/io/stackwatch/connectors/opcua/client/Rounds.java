package io.stackwatch.connectors.opcua.client;

import java.time.Duration;

/** What is looked at again and again while a source runs, each on the source's executor: silence, and nodes that were refused. */
final class Rounds {

    private static final long SHORTEST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 5000;

    private final ClientOptions options;
    private final SerialExecutor serial;
    private final Threads threads;
    private final Book book;
    private boolean stopped;

    Rounds(ClientOptions options, SerialExecutor serial, Threads threads, Book book) {
        this.options = options;
        this.serial = serial;
        this.threads = threads;
        this.book = book;
    }

    void start(Runnable silence, Runnable badNodes) {
        lookForSilence(silence);
        askForBadNodes(badNodes);
    }

    void stop() {
        stopped = true;
    }

    private void lookForSilence(Runnable silence) {
        if (stopped) {
            return;
        }
        silence.run();
        long pause = Math.max(SHORTEST_MILLIS, Math.min(LONGEST_MILLIS, book.keepAliveMillis / 2));
        threads.later(Duration.ofMillis(pause), () -> serial.execute(() -> lookForSilence(silence)));
    }

    private void askForBadNodes(Runnable badNodes) {
        if (stopped) {
            return;
        }
        badNodes.run();
        threads.later(options.badNodeRetry(), () -> serial.execute(() -> askForBadNodes(badNodes)));
    }
}
