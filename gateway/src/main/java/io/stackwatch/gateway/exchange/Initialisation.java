package io.stackwatch.gateway.exchange;

import io.stackwatch.connectors.hj212.exchange.ExchangeOrder;
import io.stackwatch.connectors.hj212.exchange.Priority;
import io.stackwatch.connectors.hj212.exchange.RequestItem;
import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Mn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a host orders of a logger at its first connection, from {@code initialisation.csv} (HJ 212-2017 6.7). Immutable. */
public final class Initialisation {

    private static final Initialisation STANDARD =
            new Initialisation(DataTable.resource(Initialisation.class, "initialisation.csv"));

    private final Map<Integer, Step> steps = new TreeMap<>();

    private record Step(int command, List<RequestItem> items) {}

    private Initialisation(DataTable table) {
        for (DataTable.Row row : table.rows()) {
            int command = row.decimal("command").intValueExact();
            Step step = steps.computeIfAbsent(
                    row.decimal("step").intValueExact(), number -> new Step(command, new ArrayList<>()));
            row.optional("item").ifPresent(item -> step.items.add(new RequestItem(item, row.text("value"))));
        }
    }

    /** The steps that come with the program. */
    public static Initialisation standard() {
        return STANDARD;
    }

    /** The items for which whoever orders may give a value of his own. */
    public Set<String> items() {
        return steps.values().stream()
                .flatMap(step -> step.items.stream())
                .filter(item -> !item.value().equals(PresentTime.NOW))
                .map(RequestItem::name)
                .collect(Collectors.toSet());
    }

    /**
     * The orders, in the order of the standard.
     *
     * @param values values by item, instead of the defaults; names that are none of {@link #items} mean nothing
     */
    public List<ExchangeOrder> orders(
            Mn station, String systemCode, Map<String, String> values, String by, String reason) {
        return steps.values().stream()
                .map(step -> new ExchangeOrder(
                        station, systemCode, step.command, filled(step, values), by, reason, Priority.OFFICER))
                .toList();
    }

    private List<RequestItem> filled(Step step, Map<String, String> values) {
        return step.items.stream()
                .map(item -> items().contains(item.name())
                        ? new RequestItem(item.name(), values.getOrDefault(item.name(), item.value()))
                        : item)
                .toList();
    }
}
