package io.stackwatch.gateway.exchange;

import io.stackwatch.connectors.hj212.exchange.Exchange;
import io.stackwatch.connectors.hj212.exchange.ExchangeEvent;
import io.stackwatch.connectors.hj212.exchange.ExchangeOrder;
import io.stackwatch.connectors.hj212.exchange.ExchangeTerms;
import io.stackwatch.connectors.hj212.exchange.RequestPackets;
import io.stackwatch.connectors.hj212.exchange.RequestPattern;
import io.stackwatch.connectors.hj212.exchange.RequestPatterns;
import io.stackwatch.connectors.hj212.session.StationBook;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.gateway.exchange.OrderOutcome.Refused;
import io.stackwatch.gateway.exchange.OrderOutcome.Why;
import io.stackwatch.gateway.records.ExchangeRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Checks orders and gives them their terms. */
final class Ordering {

    /** Longer than any name or reason that a person gives. */
    private static final int LONGEST = 1_000;

    private static final int SET_CLOCK = 1012;

    private final StationBook stations;
    private final RequestPatterns patterns;
    private final RequestPackets packets;
    private final ExchangeOptions options;
    private final ExchangeBook book;
    private final Secrets secrets;

    Ordering(
            StationBook stations,
            RequestPatterns patterns,
            RequestPackets packets,
            ExchangeOptions options,
            ExchangeBook book,
            Secrets secrets) {
        this.stations = stations;
        this.patterns = patterns;
        this.packets = packets;
        this.options = options;
        this.book = book;
        this.secrets = secrets;
    }

    /** Opens an exchange if the order is one that its station can be asked. */
    OrderOutcome place(Handle handle, ExchangeOrder order, Instant now) {
        Optional<Refused> unsaid = said("by", order.by()).or(() -> said("reason", order.reason()));
        if (unsaid.isPresent()) {
            return unsaid.get();
        }
        Optional<StationProfile> profile = stations.profile(order.station());
        if (profile.isEmpty()) {
            return new Refused(Why.UNKNOWN_STATION, "station", order.station().value(), "a registered station");
        }
        Optional<RequestPattern> pattern = patterns.find(profile.get().edition(), order);
        if (pattern.isEmpty()) {
            return new Refused(
                    Why.UNKNOWN_COMMAND,
                    "command",
                    String.valueOf(order.command()),
                    "a command that a host may send in " + profile.get().edition());
        }
        if (pattern.get().clock() && PresentTime.namesAnother(order)) {
            return new Refused(
                    Why.WRONG_FIELD,
                    "content " + PresentTime.ITEM,
                    order.value(PresentTime.ITEM).orElse(""),
                    "'" + PresentTime.NOW + "' or no such item: the logger's clock is set to the time of sending");
        }
        Optional<RequestPackets.Complaint> complaint =
                packets.check(profile.get(), PresentTime.filled(order, pattern.get(), now));
        if (complaint.isPresent()) {
            return new Refused(
                    Why.WRONG_FIELD,
                    complaint.get().field(),
                    complaint.get().found(),
                    complaint.get().expected());
        }
        int open = ExchangeRecords.open(handle, order.station()).size();
        if (open >= options.waiting()) {
            return new Refused(Why.QUEUE_FULL, "station", open + " open requests", "fewer than " + options.waiting());
        }
        ExchangeOrder written = Secrets.masked(order, pattern.get().secrets());
        Exchange exchange = book.open(handle, written, terms(order, pattern.get(), profile.get()), now);
        if (Secrets.hides(written)) {
            secrets.keep(exchange.id(), order);
        }
        return new OrderOutcome.Ordered(exchange);
    }

    private ExchangeTerms terms(ExchangeOrder order, RequestPattern pattern, StationProfile profile) {
        boolean machine = order.by().equals(ExchangeEvent.MACHINE);
        boolean alone = machine && order.command() == SET_CLOCK && options.clockAutoSet();
        // what the machine proposes waits for a person who may come tomorrow
        Duration patience = pattern.twoPeople() && !machine ? options.controlPatience() : options.requestPatience();
        return new ExchangeTerms(
                profile.edition(),
                pattern.answers(),
                pattern.twoPeople() && !alone,
                patience,
                profile.dialogue().answerWithin(),
                pattern.clock() ? 0 : profile.dialogue().resends(),
                profile.dialogue().resultWithin(),
                options.longest());
    }

    private static Optional<Refused> said(String field, String text) {
        return text.isBlank() || text.length() > LONGEST
                ? Optional.of(new Refused(
                        Why.WRONG_FIELD, field, text.length() + " characters", "1 to " + LONGEST + " characters"))
                : Optional.empty();
    }
}
