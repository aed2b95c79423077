package io.stackwatch.gateway.notice.syslog;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.NoticeChannel;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.core.notice.Receipt;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.ConnectOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A collector of syslog. A connection for each message: there are few, and one that stood idle would swallow the
 * first message behind a break. Closing it is the business of whoever made it.
 */
public final class SyslogChannel implements NoticeChannel, AutoCloseable {

    private final ChannelName name;
    private final NetClient client;
    private final Collector collector;

    public SyslogChannel(ChannelName name, Vertx vertx, Collector collector) {
        this.name = name;
        this.client = vertx.createNetClient(new NetClientOptions()
                .setConnectTimeout((int) collector.patience().toMillis()));
        this.collector = collector;
    }

    /**
     * Where messages go.
     *
     * @param host of the collector
     * @param port usually 514, with TLS 6514
     * @param security with TLS or without
     * @param facility 0 to 23
     * @param hostname what we call ourselves; a hyphen for nothing
     * @param patience from the beginning of a connection to the last octet
     */
    public record Collector(
            String host, int port, Security security, int facility, String hostname, Duration patience) {

        public Collector {
            if (host.isBlank() || port < 1 || port > 65_535 || facility < 0 || facility > 23) {
                throw new IllegalArgumentException("port 1 to 65535, facility 0 to 23: " + port + ", " + facility);
            }
            if (!hostname.matches("[\\x21-\\x7e]{1,255}")) {
                throw new IllegalArgumentException("a host name is 1 to 255 visible ASCII characters");
            }
        }
    }

    /**
     * How the connection is secured.
     *
     * @param tls whether
     * @param trusted a PEM file of the certificates that are trusted; empty for those of the platform
     */
    public record Security(boolean tls, Optional<Path> trusted) {

        /** In clear. */
        public static final Security NONE = new Security(false, Optional.empty());
    }

    @Override
    public ChannelName name() {
        return name;
    }

    @Override
    public void tell(NoticeMessage message, Consumer<Receipt> receipt) {
        byte[] frame = SyslogFrame.of(message, collector.facility(), collector.hostname());
        AtomicReference<@Nullable NetSocket> open = new AtomicReference<>();
        Future<Void> sent = client.connect(options()).compose(socket -> {
            open.set(socket);
            return socket.write(Buffer.buffer(frame)).compose(written -> socket.end());
        });
        sent.timeout(collector.patience().toMillis(), TimeUnit.MILLISECONDS).onComplete(done -> {
            NetSocket socket = open.get();
            if (done.failed() && socket != null) {
                socket.close();
            }
            receipt.accept(done.succeeded() ? Receipt.sent() : failed(done.cause(), socket != null));
        });
    }

    private static Receipt failed(Throwable cause, boolean connected) {
        DeliveryFault fault =
                cause instanceof TimeoutException && connected ? DeliveryFault.NO_ANSWER : DeliveryFault.UNREACHABLE;
        return Receipt.failed(fault, cause.getClass().getSimpleName());
    }

    private ConnectOptions options() {
        ConnectOptions options = new ConnectOptions().setHost(collector.host()).setPort(collector.port());
        if (collector.security().tls()) {
            ClientSSLOptions tls = new ClientSSLOptions()
                    .setHostnameVerificationAlgorithm("HTTPS")
                    .setSslHandshakeTimeout(collector.patience().toMillis())
                    .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
            collector
                    .security()
                    .trusted()
                    .ifPresent(file -> tls.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
            options.setSsl(true).setSslOptions(tls);
        }
        return options;
    }

    @Override
    public void close() {
        client.close();
    }
}
