package io.stackwatch.gateway.exchange;

import io.stackwatch.connectors.hj212.codec.ProtocolTime;
import io.stackwatch.connectors.hj212.exchange.ExchangeOrder;
import io.stackwatch.connectors.hj212.exchange.RequestItem;
import io.stackwatch.connectors.hj212.exchange.RequestPattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The present time in a request that sets a clock: put in when it is sent, not when it is ordered. */
final class PresentTime {

    /** What an order says for it. */
    static final String NOW = "now";

    static final String ITEM = "SystemTime";

    private PresentTime() {}

    /** Whether an order wants the logger's own clock, not an analyser's, set to a time that it names itself. */
    static boolean namesAnother(ExchangeOrder order) {
        return order.value("PolId").isEmpty()
                && order.value(ITEM).filter(time -> !time.equals(NOW)).isPresent();
    }

    /** The order with the time in its place, if it is one that sets a clock and names no time itself. */
    static ExchangeOrder filled(ExchangeOrder order, RequestPattern pattern, Instant now) {
        if (!pattern.clock()) {
            return order;
        }
        RequestItem time = new RequestItem(ITEM, ProtocolTime.seconds(now));
        List<RequestItem> content = new ArrayList<>();
        for (RequestItem item : order.content()) {
            content.add(item.name().equals(ITEM) && item.value().equals(NOW) ? time : item);
        }
        if (order.value(ITEM).isEmpty()) {
            content.add(time);
        }
        return order.withContent(content);
    }
}
