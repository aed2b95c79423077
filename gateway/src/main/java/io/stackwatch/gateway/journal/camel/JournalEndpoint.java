package io.stackwatch.gateway.journal.camel;

import io.stackwatch.gateway.journal.Journal.StartAt;
import io.stackwatch.gateway.journal.JournalCursor;
import java.time.Duration;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/**
 * One cursor as a source of exchanges whose body is a {@code List<JournalRecord>}, oldest first, never empty.
 *
 * <p>The next batch comes when the exchange is complete; a failed exchange comes again, the same batch, after a growing
 * pause. The cursor advances after each batch, or, with {@code advance=false}, only now and then: then the route keeps its
 * own position (and rewinds the cursor at start), and the cursor's place only serves retention and lag.
 */
public final class JournalEndpoint extends DefaultEndpoint {

    private final JournalComponent component;
    private final String cursorName;
    private boolean advance = true;
    private int batch = 500;
    private StartAt startAt = StartAt.TAIL;
    private Duration firstPause = Duration.ofMillis(100);
    private Duration longestPause = Duration.ofSeconds(30);

    JournalEndpoint(String uri, JournalComponent component, String cursorName) {
        super(uri, component);
        this.component = component;
        this.cursorName = cursorName;
    }

    /** Whether the cursor's place is made durable after every batch. */
    public void setAdvance(boolean advance) {
        this.advance = advance;
    }

    /** The most records in one exchange. */
    public void setBatch(int batch) {
        if (batch < 1) {
            throw new IllegalArgumentException("batch must be at least 1: " + batch);
        }
        this.batch = batch;
    }

    /** Where a cursor begins that did not exist before. */
    public void setStartAt(StartAt startAt) {
        this.startAt = startAt;
    }

    /** The pause after a first failure; it doubles with every further one. */
    public void setFirstPause(Duration firstPause) {
        this.firstPause = positive(firstPause);
    }

    /** The pause that is not exceeded. */
    public void setLongestPause(Duration longestPause) {
        this.longestPause = positive(longestPause);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("the journal is appended to by the intake, not through journal:");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        JournalConsumer consumer = new JournalConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public boolean isSingleton() {
        return true;
    }

    JournalCursor openCursor() {
        return component.journal().cursor(cursorName, startAt);
    }

    String cursorName() {
        return cursorName;
    }

    boolean advances() {
        return advance;
    }

    int batchSize() {
        return batch;
    }

    BackOff backOff() {
        return new BackOff(firstPause, longestPause);
    }

    JournalComponent journalComponent() {
        return component;
    }

    private static Duration positive(Duration pause) {
        if (pause.isNegative() || pause.isZero()) {
            throw new IllegalArgumentException("a pause must be positive: " + pause);
        }
        return pause;
    }
}
