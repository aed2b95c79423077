package io.stackwatch.connectors.hj212.exchange;

import io.stackwatch.core.registry.Mn;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants of a station.
 *
 * @param station who is asked
 * @param systemCode the ST of the request, such as 31
 * @param command the command, 1000 to 3999
 * @param content the items of the content, in order
 * @param by who orders
 * @param reason why, for the audit trail
 * @param priority whose turn comes first
 */
public record ExchangeOrder(
        Mn station,
        String systemCode,
        int command,
        List<RequestItem> content,
        String by,
        String reason,
        Priority priority) {

    public ExchangeOrder {
        content = List.copyOf(content);
    }

    /** The first value with this name. */
    public Optional<String> value(String name) {
        return content.stream()
                .filter(item -> item.name().equals(name))
                .map(RequestItem::value)
                .findFirst();
    }

    /** The same with other content. */
    public ExchangeOrder withContent(List<RequestItem> other) {
        return new ExchangeOrder(station, systemCode, command, other, by, reason, priority);
    }
}
