package io.stackwatch.gateway.relay;

import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.exchange.ExchangeOrder;
import io.stackwatch.connectors.hj212.exchange.Priority;
import io.stackwatch.connectors.hj212.exchange.RequestItem;
import io.stackwatch.gateway.exchange.NewSecrets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Passwords (1072) and keys (1014) that a platform gives a station through us: they hold for us as well, so they are learnt as
 * those that we give ourselves.
 *
 * <p>In memory only and forgotten with the request; after a restart a key is confirmed all the same, a password is not known.
 * Safe for use by several threads.
 */
final class GivenSecrets {

    private static final int NEW_KEY = 1014;
    private static final int NEW_PASSWORD = 1072;
    private static final List<String> ITEMS = List.of("NewSK", "NewPW", "PW");

    private final NewSecrets told;
    private final Map<Long, ExchangeOrder> underWay = new ConcurrentHashMap<>();

    GivenSecrets(NewSecrets told) {
        this.told = told;
    }

    /** Whether a command gives the station something that it is known by. */
    static boolean gives(int command) {
        return command == NEW_KEY || command == NEW_PASSWORD;
    }

    /** The command is about to leave; inside the transaction in which that is kept. */
    void leaving(Handle handle, Ask ask, Frame clear) {
        DataSegment segment = DataSegment.of(clear);
        List<RequestItem> content = ITEMS.stream()
                .flatMap(name -> segment.values(name).stream().limit(1).map(value -> new RequestItem(name, value)))
                .toList();
        ExchangeOrder order = order(ask, segment.text(HeaderField.ST).orElse(""), content);
        told.leaving(handle, order, ask.askedAt());
        underWay.put(ask.number(), order);
    }

    /** What {@link #leaving} said is committed. */
    void committed() {
        told.committed();
    }

    /** The station says that it has done it; inside the transaction in which that is kept. */
    void done(Handle handle, Ask ask, Instant at) {
        Optional.ofNullable(underWay.remove(ask.number()))
                .ifPresentOrElse(
                        order -> told.taken(handle, order, at),
                        () -> told.takenUnseen(handle, order(ask, "", List.of()), at));
    }

    /** The request ended otherwise. */
    void forget(Ask ask) {
        underWay.remove(ask.number());
    }

    private static ExchangeOrder order(Ask ask, String systemCode, List<RequestItem> content) {
        return new ExchangeOrder(
                ask.station(),
                systemCode,
                ask.command(),
                content,
                "platform " + ask.target().value(),
                "CN=" + ask.command() + " QN=" + ask.qn(),
                Priority.OFFICER);
    }
}
