package io.stackwatch.gateway.app;

import io.stackwatch.connectors.opcua.client.OpcUaConnector;
import io.stackwatch.gateway.intake.Intake;
import io.stackwatch.gateway.intake.IntakeRoute;
import org.apache.camel.CamelContext;

/**
 * The route {@code intake-opcua} from the connector that runs to the journal. A connector is started once, so each has an endpoint
 * of its own, which goes with it. For one thread at a time.
 */
final class SourceRoute implements PlantSources.Way {

    private static final String ID = "intake-" + PlantSources.CONNECTOR;

    private final CamelContext camel;
    private final Intake intake;
    private int number;

    SourceRoute(CamelContext camel, Intake intake) {
        this.camel = camel;
        this.intake = intake;
    }

    @Override
    public void open(OpcUaConnector connector) throws Exception {
        number++;
        camel.getRegistry().bind(name(), connector);
        camel.addRoutes(new IntakeRoute(PlantSources.CONNECTOR, endpoint(), intake));
    }

    @Override
    public void close(OpcUaConnector connector) throws Exception {
        // its consumer stops the connector
        camel.getRouteController().stopRoute(ID);
        camel.removeRoute(ID);
        camel.removeEndpoints(endpoint());
        camel.getRegistry().unbind(name());
    }

    private String endpoint() {
        return "opcua:" + name() + "?connector=#" + name();
    }

    private String name() {
        return "sources-" + number;
    }
}
