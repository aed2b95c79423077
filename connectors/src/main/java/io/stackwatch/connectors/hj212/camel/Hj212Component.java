package io.stackwatch.connectors.hj212.camel;

import io.stackwatch.connectors.hj212.server.ServerOptions;
import io.stackwatch.connectors.hj212.session.StationBook;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;

/**
 * Makes endpoints of {@code hj212:host:port?stations=#book&options=#options}.
 *
 * <p>Both may also be set here for all endpoints. Host and port of the address win over those of the options.
 */
public final class Hj212Component extends DefaultComponent {

    private @Nullable StationBook stations;
    private ServerOptions options = ServerOptions.defaults();
    private Clock clock = Clock.systemUTC();

    /** The stations that may speak, where an endpoint names none. */
    public void setStations(StationBook book) {
        this.stations = book;
    }

    /** How servers behave, where an endpoint says nothing else. */
    public void setOptions(ServerOptions serverOptions) {
        this.options = serverOptions;
    }

    /** The clock that gives the instants of arrival. */
    public void setClock(Clock arrivalClock) {
        this.clock = arrivalClock;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        StationBook book = resolveAndRemoveReferenceParameter(parameters, "stations", StationBook.class, stations);
        if (book == null) {
            throw new IllegalArgumentException(
                    "hj212 needs stations=#..., the book of stations that may speak: " + uri);
        }
        ServerOptions chosen = resolveAndRemoveReferenceParameter(parameters, "options", ServerOptions.class, options);
        Clock ticking = resolveAndRemoveReferenceParameter(parameters, "clock", Clock.class, clock);
        return new Hj212Endpoint(uri, this, at(remaining, chosen), book, ticking);
    }

    private static ServerOptions at(String address, ServerOptions options) {
        int colon = address.lastIndexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("hj212 wants host:port, not '" + address + "'");
        }
        try {
            return options.withHost(address.substring(0, colon))
                    .withPort(Integer.parseInt(address.substring(colon + 1)));
        } catch (NumberFormatException notAPort) {
            throw new IllegalArgumentException("hj212 wants host:port, not '" + address + "'", notAPort);
        }
    }
}
