package io.stackwatch.connectors.hj212.server;

import io.stackwatch.connectors.arrival.Arrived;
import io.stackwatch.connectors.arrival.Connector;
import io.stackwatch.connectors.arrival.ConnectorContract;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The HJ 212 server keeps the promises of a connector; a logger sends again what has no 9014. */
class Hj212ConnectorTest extends ConnectorContract {

    private static final Pattern NUMBER = Pattern.compile("a21026-Rtd=(\\d+)");
    private static final int WINDOW = 4;

    @Override
    protected Field open() {
        return new Loggers();
    }

    private static final class Loggers implements Field {

        private final Vertx vertx = Vertx.vertx();
        private final Hj212Connector connector = new Hj212Connector(
                vertx,
                ServerOptions.defaults()
                        .withHost("127.0.0.1")
                        .withPort(0)
                        .withEventLoops(1)
                        .withMaxInFlight(WINDOW)
                        .withSilence(Duration.ofMinutes(5), Duration.ofMinutes(5)),
                mn -> Optional.of(StationProfile.strict(mn, "123456")),
                Clock.systemUTC());
        private @Nullable Peer peer;

        @Override
        public Connector connector() {
            return connector;
        }

        @Override
        public void send(int number) throws Exception {
            if (peer == null) {
                peer = new Peer(connector
                        .server()
                        .toCompletableFuture()
                        .get(30, TimeUnit.SECONDS)
                        .port());
            }
            peer.sendSegment("QN=20260101000000%03d;ST=31;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"
                            .formatted(number)
                    + "CP=&&DataTime=20260101080000;a21026-Rtd=" + number + ",a21026-Flag=N&&");
        }

        @Override
        public List<Integer> numbers(Arrived arrival) {
            Matcher number = NUMBER.matcher(new String(arrival.bytes(), StandardCharsets.US_ASCII));
            return number.find() ? List.of(Integer.valueOf(number.group(1))) : List.of();
        }

        @Override
        public int bound() {
            return WINDOW;
        }

        @Override
        public boolean sendsAgain() {
            return false;
        }

        @Override
        public void close() throws Exception {
            if (peer != null) {
                peer.close();
            }
            vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
    }
}
