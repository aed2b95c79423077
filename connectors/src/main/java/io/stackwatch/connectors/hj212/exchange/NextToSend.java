package io.stackwatch.connectors.hj212.exchange;

import java.util.Comparator;
import java.util.List;

/** Whose turn it is at a station: what was sent before and is not answered, then officers, then the machine; in order. */
public final class NextToSend {

    private static final Comparator<Exchange> TURN = Comparator.comparing(
                    (Exchange exchange) -> exchange.state() != ExchangeState.RESENDING)
            .thenComparing(exchange -> exchange.order().priority())
            .thenComparing(exchange -> exchange.id().value());

    private NextToSend() {}

    /**
     * The exchanges to send now.
     *
     * @param open all open exchanges of one station
     * @param outstanding how many may be under way at once
     */
    public static List<Exchange> of(List<Exchange> open, int outstanding) {
        long underWay =
                open.stream().filter(exchange -> exchange.state().isUnderWay()).count();
        return open.stream()
                .filter(exchange ->
                        exchange.state() == ExchangeState.QUEUED || exchange.state() == ExchangeState.RESENDING)
                .sorted(TURN)
                .limit(Math.max(0, outstanding - underWay))
                .toList();
    }
}
