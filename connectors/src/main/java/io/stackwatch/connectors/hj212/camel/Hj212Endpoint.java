package io.stackwatch.connectors.hj212.camel;

import io.stackwatch.connectors.hj212.server.ServerOptions;
import io.stackwatch.connectors.hj212.session.StationBook;
import java.time.Clock;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** An address that loggers connect to. Only consumes: what is sent to loggers is not a matter of routes. */
public final class Hj212Endpoint extends DefaultEndpoint {

    private final ServerOptions options;
    private final StationBook stations;
    private final Clock clock;

    Hj212Endpoint(String uri, Hj212Component component, ServerOptions options, StationBook stations, Clock clock) {
        super(uri, component);
        this.options = options;
        this.stations = stations;
        this.clock = clock;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new Hj212Consumer(this, processor, options, stations, clock);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("hj212 only receives: " + getEndpointUri());
    }
}
