package io.stackwatch.gateway.app;

import io.stackwatch.connectors.hj212.exchange.Exchange;
import io.stackwatch.connectors.hj212.exchange.ExchangeEvent;
import io.stackwatch.connectors.hj212.exchange.ExchangeId;
import io.stackwatch.connectors.hj212.exchange.ExchangeOrder;
import io.stackwatch.connectors.hj212.exchange.Priority;
import io.stackwatch.connectors.hj212.exchange.RequestItem;
import io.stackwatch.connectors.hj212.exchange.ReturnCode;
import io.stackwatch.connectors.hj212.exchange.ReturnCodes;
import io.stackwatch.connectors.hj212.server.Downlink;
import io.stackwatch.connectors.hj212.server.Link;
import io.stackwatch.connectors.hj212.session.StationBook;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.backfill.HistoryRequests;
import io.stackwatch.gateway.exchange.OrderOutcome;
import io.stackwatch.gateway.exchange.Orders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** History requests as exchanges that the machine orders (HJ 212-2017 C.20, C.21). */
record AskedLoggers(Orders orders, Downlink downlink, StationBook stations, String systemCode, Clock clock)
        implements HistoryRequests {

    private static final int HOURS = 2061;
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(LegalTime.ZONE);

    @Override
    public Optional<Instant> connectedSince(Mn station) {
        return downlink.link(station).map(Link::since);
    }

    @Override
    public Asked ask(Mn station, int command, Instant begin, Instant end) {
        Duration shift = stations.profile(station)
                .filter(StationProfile::labelAtEnd)
                .map(profile -> command == HOURS ? Duration.ofHours(1) : profile.minuteInterval())
                .orElse(Duration.ZERO);
        ExchangeOrder order = new ExchangeOrder(
                station,
                systemCode,
                command,
                List.of(
                        new RequestItem("BeginTime", LABEL.format(begin.plus(shift))),
                        new RequestItem("EndTime", LABEL.format(end.plus(shift)))),
                ExchangeEvent.MACHINE,
                "hours are missing",
                Priority.MACHINE);
        return orders.order(order, clock.instant())
                .match(
                        ordered -> new Asked(Optional.of(ordered.exchange().id().toString()), ""),
                        refused -> new Asked(Optional.empty(), why(refused)));
    }

    private static String why(OrderOutcome.Refused refused) {
        return refused.why() + " " + refused.field() + ": expected " + refused.expected();
    }

    @Override
    public Optional<Ending> ending(String exchange) {
        Optional<Exchange> found = orders.follow(new ExchangeId(Long.parseLong(exchange)));
        if (found.isEmpty()) {
            return Optional.of(new Ending("UNKNOWN", "the exchange is not kept any more", false));
        }
        return found.filter(one -> !one.state().isOpen())
                .map(one ->
                        new Ending(one.state().name(), words(one), one.sentAt().isPresent()));
    }

    private String words(Exchange exchange) {
        String state = exchange.state().zh() + " / " + exchange.state().en();
        Optional<StationProfile> profile = stations.profile(exchange.order().station());
        return exchange.result()
                .map(code -> ": " + code
                        + profile.flatMap(known ->
                                        ReturnCodes.standard().find(ReturnCode.Kind.EXE_RTN, known.edition(), code))
                                .map(row -> " " + row.zh() + " / " + row.en())
                                .orElse(""))
                .map(state::concat)
                .orElse(state);
    }
}
