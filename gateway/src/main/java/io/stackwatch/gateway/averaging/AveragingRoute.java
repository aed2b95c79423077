package io.stackwatch.gateway.averaging;

import io.stackwatch.gateway.journal.JournalRecord;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;

/** Brings batches of journal records to the averaging cursor, which keeps its place itself, in SQL. */
public final class AveragingRoute extends RouteBuilder {

    private final AveragingCursor cursor;
    private final String from;

    /**
     * @param cursor who takes them
     * @param from where batches come from, such as {@code journal:averaging?advance=false&batch=1000}
     */
    public AveragingRoute(AveragingCursor cursor, String from) {
        this.cursor = cursor;
        this.from = from;
    }

    @Override
    public void configure() {
        // the reader that feeds it tries again and says once what fails
        errorHandler(noErrorHandler());
        from(from).routeId("averaging").process(this::apply).id("averaging-apply");
    }

    private void apply(Exchange exchange) throws InvalidPayloadException {
        List<?> body = exchange.getMessage().getMandatoryBody(List.class);
        cursor.apply(body.stream().map(JournalRecord.class::cast).toList());
    }
}
