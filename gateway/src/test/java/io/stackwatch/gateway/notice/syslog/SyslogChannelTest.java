package io.stackwatch.gateway.notice.syslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.DeliveryState;
import io.stackwatch.core.notice.NoticeChannel;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.core.notice.NoticeText;
import io.stackwatch.core.notice.Receipt;
import io.stackwatch.gateway.notice.NoticeChannelContract;
import io.stackwatch.gateway.notice.syslog.SyslogChannel.Collector;
import io.stackwatch.gateway.notice.syslog.SyslogChannel.Security;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SelfSignedCertificate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A collector that counts octets and takes RFC 5424 apart. */
class SyslogChannelTest extends NoticeChannelContract {

    private static final Pattern LINE = Pattern.compile(
            "<(\\d+)>1 (\\S+) (\\S+) (\\S+) (\\S+) (\\S+) \\[notice@32473 (.*?[^\\\\])\\] \uFEFF([^\\r\\n]*)");

    @Override
    protected Bench bench() {
        return new Fake(Optional.empty());
    }

    @Test
    void aMessageIsALineOfRfc5424() throws InterruptedException {
        NoticeMessage message = message(3);
        assertEquals(DeliveryState.SENT, told(message).state(), "syslog has no answers");
        Matcher line = LINE.matcher(standing().received().get(0));
        assertTrue(line.matches(), () -> standing().received().get(0));
        assertEquals(16 * 8 + 1, Integer.parseInt(line.group(1)), "local0, alert");
        assertEquals("2026-12-01T02:00:00Z", line.group(2));
        assertEquals(
                "gateway-1 stackwatch - NOTICE",
                String.join(" ", line.group(3), line.group(4), line.group(5), line.group(6)));
        assertTrue(line.group(7).startsWith("id=\"" + message.id() + "\" level=\"RED\" count=\"1\""), line.group(7));
        assertTrue(line.group(8).contains("排放口 DA3 颗粒物超标"), line.group(8));
    }

    @Test
    void noTextBreaksTheLineOrTheStructure() throws InterruptedException {
        NoticeText text = new NoticeText("a", "b\r\n<13>1 - - - - - - forged\u0000", List.of());
        NoticeMessage message = new NoticeMessage(message(1).id(), message(1).tells(), "\"] [x y=\"\\", text);
        told(message);
        Matcher line = LINE.matcher(standing().received().get(0));
        assertTrue(line.matches(), () -> standing().received().get(0));
        assertTrue(line.group(7).endsWith("to=\"\\\"\\] [x y=\\\"\\\\\""), line.group(7));
    }

    @Test
    void overTlsTheCollectorsCertificateIsChecked() throws InterruptedException {
        SelfSignedCertificate certificate = SelfSignedCertificate.create("localhost");
        try (Fake trusted = new Fake(Optional.of(certificate));
                Fake stranger = new Fake(Optional.of(SelfSignedCertificate.create("localhost")))) {
            Path file = Path.of(certificate.certificatePath());
            Receipt sent = told(trusted.secured(file), message(1));
            assertEquals(DeliveryState.SENT, sent.state(), sent::toString);
            assertEquals(1, trusted.received().size());
            Receipt refused = told(stranger.secured(file), message(1));
            assertEquals(DeliveryFault.UNREACHABLE, refused.fault().orElseThrow());
            assertTrue(stranger.seen.isEmpty());
        }
        certificate.delete();
    }

    private static final class Fake implements Bench {

        private final Vertx vertx = Vertx.vertx();
        private final List<String> seen = new CopyOnWriteArrayList<>();
        private final NetServer server;
        private final SyslogChannel channel;
        private final SyslogChannel toNobody;
        private volatile Behaviour behaviour = Behaviour.TAKES;
        private final AtomicInteger expected = new AtomicInteger();

        Fake(Optional<SelfSignedCertificate> certificate) {
            NetServerOptions options = new NetServerOptions();
            certificate.ifPresent(own -> options.setSsl(true).setKeyCertOptions(own.keyCertOptions()));
            this.server = await(vertx.createNetServer(options)
                    .connectHandler(socket -> {
                        if (behaviour == Behaviour.CLOSES) {
                            socket.close();
                            return;
                        }
                        Buffer all = Buffer.buffer();
                        socket.handler(all::appendBuffer);
                        socket.endHandler(end -> seen.add(frame(all)));
                        if (behaviour == Behaviour.GARBLED) {
                            socket.write("what?");
                        }
                    })
                    .listen(0, "127.0.0.1"));
            this.channel = channel("127.0.0.1", server.actualPort(), Security.NONE);
            NetServer closed = await(vertx.createNetServer()
                    .connectHandler(socket -> socket.close())
                    .listen(0, "127.0.0.1"));
            int free = closed.actualPort();
            await(closed.close());
            this.toNobody = channel("127.0.0.1", free, Security.NONE);
        }

        private SyslogChannel channel(String host, int port, Security security) {
            return new SyslogChannel(NAME, vertx, new Collector(host, port, security, 16, "gateway-1", PATIENCE));
        }

        NoticeChannel secured(Path trusted) {
            expected.incrementAndGet();
            return channel("localhost", server.actualPort(), new Security(true, Optional.of(trusted)));
        }

        /** One frame: its count of octets, a blank, and exactly so many octets. */
        private static String frame(Buffer all) {
            String text = all.toString(StandardCharsets.ISO_8859_1);
            int blank = text.indexOf(' ');
            if (blank < 0 || Integer.parseInt(text.substring(0, blank)) != all.length() - blank - 1) {
                return "miscounted: " + text;
            }
            return all.getString(blank + 1, all.length(), "UTF-8");
        }

        @Override
        public NoticeChannel channel() {
            return new NoticeChannel() {
                @Override
                public ChannelName name() {
                    return channel.name();
                }

                @Override
                public void tell(NoticeMessage message, Consumer<Receipt> receipt) {
                    expected.incrementAndGet();
                    channel.tell(message, receipt);
                }
            };
        }

        @Override
        public NoticeChannel impatient() {
            return channel();
        }

        @Override
        public NoticeChannel toNobody() {
            return toNobody;
        }

        @Override
        public String address() {
            return "";
        }

        @Override
        public void behave(Behaviour now) {
            behaviour = now;
        }

        /** What has left us may not have arrived yet: waits, within bounds, for as many as were sent. */
        @Override
        public List<String> received() {
            CountDownLatch arrived = new CountDownLatch(1);
            long look = vertx.setPeriodic(5, id -> {
                if (seen.size() >= expected.get()) {
                    arrived.countDown();
                }
            });
            try {
                arrived.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            vertx.cancelTimer(look);
            return List.copyOf(seen);
        }

        @Override
        public Set<DeliveryFault> faults(Behaviour now) {
            // nobody answers in syslog: what left is sent, whatever the other side thinks of it
            return Set.of();
        }

        @Override
        public void close() {
            await(vertx.close());
        }

        private static <T> T await(Future<T> future) {
            try {
                return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
