package io.stackwatch.gateway.notice.mail;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.NoticeChannel;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.core.notice.Receipt;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Mail over a server of ours. An address on this channel is a mail address. The {@code Message-ID} follows from the
 * number of the message, so that a mail program can see a repetition.
 *
 * <p>The library waits: each mail has one of a few threads of the channel's own, and its time runs from {@link #tell} on. When it is
 * over the receipt is given and the connection is closed from outside, whatever the other side does; a mail whose turn comes
 * behind its time is not sent. What is held open is let go with the Vert.x or by {@link #close}.
 */
public final class MailChannel implements NoticeChannel, AutoCloseable {

    private static final int AT_ONCE = 8;

    private final ChannelName name;
    private final MailServer server;
    private final Clock wall;
    private final Vertx vertx;
    private final WorkerExecutor threads;

    /** @param wall the real time, which a mail is dated with */
    public MailChannel(ChannelName name, Vertx vertx, Clock wall, MailServer server) {
        this.name = name;
        this.server = server;
        this.wall = wall;
        this.vertx = vertx;
        this.threads = vertx.createSharedWorkerExecutor(
                "mail-" + name.value(), AT_ONCE, server.patience().toMillis() * 2, TimeUnit.MILLISECONDS);
    }

    @Override
    public ChannelName name() {
        return name;
    }

    @Override
    public void tell(NoticeMessage message, Consumer<Receipt> receipt) {
        if (!message.to().matches(MailServer.ADDRESS)) {
            receipt.accept(Receipt.failed(DeliveryFault.UNKNOWN_ADDRESS, "not a mail address"));
            return;
        }
        Sockets sockets = new Sockets();
        threads.executeBlocking(() -> new Submission(server, sockets, wall).send(message), false)
                .timeout(server.patience().toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(done -> {
                    if (done.failed()) {
                        vertx.executeBlocking(
                                () -> {
                                    sockets.end();
                                    return true;
                                },
                                false);
                    }
                    receipt.accept(done.succeeded() ? done.result() : failed(done.cause()));
                });
    }

    /** What is known when the mail is still under way, or was never begun. */
    private static Receipt failed(Throwable cause) {
        return Receipt.failed(
                cause instanceof TimeoutException ? DeliveryFault.NO_ANSWER : DeliveryFault.UNREACHABLE,
                cause.getClass().getSimpleName());
    }

    @Override
    public void close() {
        threads.close();
    }
}
