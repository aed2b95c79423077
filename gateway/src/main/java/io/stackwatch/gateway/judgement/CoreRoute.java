package io.stackwatch.gateway.judgement;

import io.stackwatch.gateway.journal.JournalRecord;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;

/**
 * The route from the journal to the core cursor.
 *
 * <p>The place that counts is the one in the store, written with what was decided; the journal's cursor of the same name
 * follows only for retention and lag, hence {@code advance=false}. A failing batch comes again after a pause.
 */
public final class CoreRoute extends RouteBuilder {

    /** The id of the route. */
    public static final String ID = "core";

    private final String from;
    private final CoreCursor core;

    /** A route from this endpoint, such as {@code journal:core?advance=false}. */
    public CoreRoute(String from, CoreCursor core) {
        super();
        this.from = from;
        this.core = core;
    }

    @Override
    @SuppressWarnings("unchecked") // the journal endpoint's body is a list of records
    public void configure() {
        // the endpoint itself repeats a failed batch, for as long as it takes
        errorHandler(noErrorHandler());
        from(from)
                .routeId(ID)
                .process(exchange ->
                        core.apply((List<JournalRecord>) exchange.getIn().getMandatoryBody(List.class)))
                .id("judge");
    }
}
