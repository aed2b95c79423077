package io.stackwatch.gateway.intake;

import org.apache.camel.builder.RouteBuilder;

/** The route from the HJ 212 connector to the journal: the exchange is complete when the frame is durable. */
public final class IntakeRoute extends RouteBuilder {

    /** Header with the journal's sequence number, set when the frame is durable. */
    public static final String SEQUENCE = "journalSequence";

    /** The id of the route. */
    public static final String ID = "intake-hj212";

    private final String from;
    private final Intake intake;

    /** A route from this endpoint, such as {@code hj212:0.0.0.0:9212}. */
    public IntakeRoute(String from, Intake intake) {
        super();
        this.from = from;
        this.intake = intake;
    }

    @Override
    public void configure() {
        // a refusal must reach the connector as it is: there is nothing to retry here
        errorHandler(noErrorHandler());
        from(from).routeId(ID).process(new Hj212Append(intake)).id("append");
    }
}
