package io.stackwatch.gateway.journal.camel;

import io.stackwatch.gateway.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;

/**
 * {@code journal:<cursor>}: consumes batches of records behind a named cursor.
 *
 * <p>The journal is the one that was set, or else the only one in the registry. The component never closes it.
 */
public final class JournalComponent extends DefaultComponent {

    private final Map<String, JournalConsumer> consumers = new ConcurrentSkipListMap<>();
    private @Nullable Journal journal;

    /** The journal that endpoints of this component read. */
    public void setJournal(Journal journal) {
        this.journal = journal;
    }

    /** How the readers are doing, by name of cursor. */
    public List<ReaderStatus> readers() {
        return consumers.values().stream().map(JournalConsumer::status).toList();
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        JournalEndpoint endpoint = new JournalEndpoint(uri, this, remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    Journal journal() {
        Journal given = journal;
        if (given != null) {
            return given;
        }
        CamelContext context = getCamelContext();
        Journal found = context.getRegistry().findSingleByType(Journal.class);
        if (found == null) {
            throw new IllegalStateException(
                    "journal: needs exactly one Journal, set on the component or in the registry");
        }
        return found;
    }

    void started(String cursor, JournalConsumer consumer) {
        JournalConsumer other = consumers.putIfAbsent(cursor, consumer);
        if (other != null && other != consumer) {
            throw new IllegalStateException("cursor " + cursor + " is already read by another route");
        }
    }

    void stopped(String cursor, JournalConsumer consumer) {
        consumers.remove(cursor, consumer);
    }
}
