package io.stackwatch.gateway.exchange;

import io.stackwatch.gateway.journal.JournalRecord;
import java.time.Clock;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;

/**
 * Brings batches of journal records to the exchange cursor, and lets the next request go where one has ended. A failure of
 * the store fails the batch, and the source brings it again.
 */
public final class ExchangeRoute extends RouteBuilder {

    private final ExchangeCursor cursor;
    private final ExchangeDesk desk;
    private final Clock clock;
    private final String from;

    /**
     * @param cursor who applies them
     * @param desk who sends what is next
     * @param from where batches come from, a {@code List<JournalRecord>} each
     */
    public ExchangeRoute(ExchangeCursor cursor, ExchangeDesk desk, Clock clock, String from) {
        this.cursor = cursor;
        this.desk = desk;
        this.clock = clock;
        this.from = from;
    }

    @Override
    public void configure() {
        // as the core's route: the reader tries again and says once what fails
        errorHandler(noErrorHandler());
        from(from).routeId("exchange").process(this::apply).id("exchange-apply");
    }

    private void apply(Exchange exchange) throws InvalidPayloadException {
        List<?> body = exchange.getMessage().getMandatoryBody(List.class);
        if (cursor.apply(body.stream().map(JournalRecord.class::cast).toList())) {
            desk.send(clock.instant());
        }
    }
}
