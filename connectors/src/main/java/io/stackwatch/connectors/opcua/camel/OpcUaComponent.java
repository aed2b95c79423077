package io.stackwatch.connectors.opcua.camel;

import io.stackwatch.connectors.opcua.client.OpcUaConnector;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * Makes endpoints of {@code opcua:name?connector=#connector}. The connector is made by whoever knows the sources; the route
 * starts and stops it. It is started once: another start of the route needs another connector.
 */
public final class OpcUaComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        OpcUaConnector connector =
                resolveAndRemoveReferenceParameter(parameters, "connector", OpcUaConnector.class, null);
        if (connector == null) {
            throw new IllegalArgumentException("opcua needs connector=#..., the connector with its sources: " + uri);
        }
        return new OpcUaEndpoint(uri, this, connector);
    }
}
