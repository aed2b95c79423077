package io.stackwatch.connectors.hj212.client;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a client in a context of its own and lets a test call it from outside. */
final class ClientHarness {

    private static final long PATIENCE_SECONDS = 10;

    private final Vertx vertx = Vertx.vertx();
    private final Home home = new Home();

    ClientHarness() throws Exception {
        await(vertx.deployVerticle(home));
    }

    Vertx vertx() {
        return vertx;
    }

    UploadClient client(int port, ClientOptions options, ClientListener listener) throws Exception {
        return inside(() -> new UploadClient(
                vertx, SocketAddress.inetSocketAddress(port, "127.0.0.1"), options, FrameWriter.PLAIN, listener));
    }

    <T> T inside(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        home.run(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    void run(Runnable work) throws Exception {
        inside(() -> {
            work.run();
            return true;
        });
    }

    /** Sends from within the context; the delivery can be awaited outside. */
    CompletableFuture<Delivery> send(UploadClient client, Upload upload) throws Exception {
        return inside(() -> client.send(upload).toCompletionStage().toCompletableFuture());
    }

    static Delivery outcome(CompletableFuture<Delivery> sent)
            throws InterruptedException, ExecutionException, TimeoutException {
        return sent.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    static Upload upload(String qn, String line) {
        return new Upload(qn, Buffer.buffer((line + "\r\n").getBytes(StandardCharsets.US_ASCII)), true);
    }

    void close() throws Exception {
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Only there for its context. */
    private static final class Home extends VerticleBase {
        void run(Runnable work) {
            context.runOnContext(ignored -> work.run());
        }
    }
}
