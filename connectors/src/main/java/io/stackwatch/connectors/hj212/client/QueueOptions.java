package io.stackwatch.connectors.hj212.client;

import java.time.Duration;

/**
 * How an {@link UploadQueue} paces itself.
 *
 * @param inFlight how many items may await their answer at the same time
 * @param backlogPause least wall-clock time between two items of the backlog, so that it does not crowd out new data
 */
public record QueueOptions(int inFlight, Duration backlogPause) {

    public QueueOptions {
        if (inFlight < 1 || inFlight > 1_000) {
            throw new IllegalArgumentException("inFlight must be 1 to 1000: " + inFlight);
        }
        if (backlogPause.isNegative()) {
            throw new IllegalArgumentException("backlogPause must not be negative: " + backlogPause);
        }
    }

    /** One at a time, and three seconds between two of the backlog, as loggers in the field do. */
    public static QueueOptions defaults() {
        return new QueueOptions(1, Duration.ofSeconds(3));
    }

    /** With another number of items under way. */
    public QueueOptions withInFlight(int items) {
        return new QueueOptions(items, backlogPause);
    }

    /** With another pause. */
    public QueueOptions withBacklogPause(Duration pause) {
        return new QueueOptions(inFlight, pause);
    }
}
