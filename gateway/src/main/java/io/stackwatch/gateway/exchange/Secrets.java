package io.stackwatch.gateway.exchange;

import io.stackwatch.connectors.hj212.exchange.ExchangeId;
import io.stackwatch.connectors.hj212.exchange.ExchangeOrder;
import io.stackwatch.connectors.hj212.exchange.RequestItem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * New passwords and keys on their way to a station, in memory only and forgotten at the end; what is written down is masked.
 *
 * <p>Bounded by the exchanges that may be open. Safe for use by several threads.
 */
final class Secrets {

    /** What stands in the records instead. */
    static final String MASK = "***";

    private final Map<ExchangeId, ExchangeOrder> orders = new ConcurrentHashMap<>();

    /** The order as it may be written down. */
    static ExchangeOrder masked(ExchangeOrder order, Set<String> names) {
        return order.withContent(order.content().stream()
                .map(item -> names.contains(item.name()) ? new RequestItem(item.name(), MASK) : item)
                .toList());
    }

    /** Whether an order as written down hides something. */
    static boolean hides(ExchangeOrder order) {
        return order.content().stream().anyMatch(item -> item.value().equals(MASK));
    }

    void keep(ExchangeId id, ExchangeOrder whole) {
        orders.put(id, whole);
    }

    /** The order with its secrets; empty if this process never had them. */
    Optional<ExchangeOrder> whole(ExchangeId id) {
        return Optional.ofNullable(orders.get(id));
    }

    void forget(ExchangeId id) {
        orders.remove(id);
    }
}
