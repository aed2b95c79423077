package io.stackwatch.gateway.judgement;

import io.stackwatch.gateway.journal.JournalRecord;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;

/**
 * Brings batches of journal records to the core cursor. A failure of the store fails the exchange, and the source brings the
 * same batch again; the place is kept by the cursor itself, in SQL.
 */
public final class CoreRoute extends RouteBuilder {

    private final CoreCursor cursor;
    private final String from;

    /**
     * @param cursor who applies them
     * @param from where batches come from, a {@code List<JournalRecord>} each, such as {@code
     *     journal:core?advance=false&batch=1000}
     */
    public CoreRoute(CoreCursor cursor, String from) {
        this.cursor = cursor;
        this.from = from;
    }

    @Override
    public void configure() {
        // the reader that feeds it tries again and says once what fails; Camel's handler would log a stack trace every
        // time
        errorHandler(noErrorHandler());
        from(from).routeId("core").process(this::apply).id("core-apply");
    }

    private void apply(Exchange exchange) throws InvalidPayloadException {
        List<?> body = exchange.getMessage().getMandatoryBody(List.class);
        cursor.apply(body.stream().map(JournalRecord.class::cast).toList());
    }
}
