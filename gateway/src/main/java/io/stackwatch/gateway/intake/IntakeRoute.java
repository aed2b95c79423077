package io.stackwatch.gateway.intake;

import org.apache.camel.builder.RouteBuilder;

/** The route from a connector to the journal: the exchange is complete when the arrival is durable. */
public final class IntakeRoute extends RouteBuilder {

    /** Header with the journal's sequence number, set when the frame is durable. */
    public static final String SEQUENCE = "journalSequence";

    /** The id of the HJ 212 connector's route. */
    public static final String ID = "intake-hj212";

    private static final String HJ212 = "hj212";

    private final String connector;
    private final String from;
    private final Intake intake;

    /** A route from this endpoint of HJ 212, such as {@code hj212:0.0.0.0:9212}. */
    public IntakeRoute(String from, Intake intake) {
        this(HJ212, from, intake);
    }

    /** A route {@code intake-<connector>} from this endpoint of a connector. */
    public IntakeRoute(String connector, String from, Intake intake) {
        super();
        this.connector = connector;
        this.from = from;
        this.intake = intake;
    }

    @Override
    public void configure() {
        // a refusal must reach the connector as it is: there is nothing to retry here
        errorHandler(noErrorHandler());
        from(from)
                .routeId("intake-" + connector)
                .process(new JournalAppend(connector, intake))
                .id("append-" + connector);
    }
}
