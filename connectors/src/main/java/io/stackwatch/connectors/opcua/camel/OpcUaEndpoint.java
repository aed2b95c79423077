package io.stackwatch.connectors.opcua.camel;

import io.stackwatch.connectors.opcua.client.OpcUaConnector;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** Sources that are subscribed to. Only consumes: nothing is ever written to a plant. */
public final class OpcUaEndpoint extends DefaultEndpoint {

    private final OpcUaConnector connector;

    OpcUaEndpoint(String uri, OpcUaComponent component, OpcUaConnector connector) {
        super(uri, component);
        this.connector = connector;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new OpcUaConsumer(this, processor, connector);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("opcua only receives: " + getEndpointUri());
    }
}
