package io.stackwatch.simulator.fleet;

import io.stackwatch.connectors.hj212.client.Delivery;
import io.stackwatch.connectors.hj212.client.Upload;
import io.stackwatch.connectors.hj212.client.UploadClient;
import io.stackwatch.simulator.logger.Answer;
import io.stackwatch.simulator.logger.Answer.Say;
import io.stackwatch.simulator.logger.Answer.Tell;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Gives a logger's answers, one after the other, on the connection on which it was asked.
 *
 * <p>Records wait for their acknowledgement and keep a pause between two of them; realtime uploads do not pass through here
 * and so are not held up. A connection that ends, or a record that stays unacknowledged, ends the answering: the host
 * hears no 9012. Lives in the fleet's context.
 */
final class Answering {

    /** So many requests are answered at the same time; more are not heard. */
    private static final int BOUND = 32;

    private final Vertx vertx;
    private final UploadClient client;
    private final ReportEncoder encoder;
    private final Duration pause;
    private int underWay;
    private long connection;

    /** @param pause between two records, wall-clock time */
    Answering(Vertx vertx, UploadClient client, ReportEncoder encoder, Duration pause) {
        this.vertx = vertx;
        this.client = client;
        this.encoder = encoder;
        this.pause = pause;
    }

    /** What is not said yet stays unsaid: the connection has ended. */
    void hush() {
        connection++;
    }

    boolean hasRoom() {
        return underWay < BOUND;
    }

    /** Completes when the last answer is given, or the answering has ended before. */
    Future<Void> give(List<Answer> answers) {
        underWay++;
        return next(new ArrayDeque<>(answers), connection).eventually(() -> {
            underWay--;
            return Future.succeededFuture();
        });
    }

    private Future<Void> next(Deque<Answer> rest, long asked) {
        Answer answer = rest.pollFirst();
        if (answer == null || asked != connection) {
            return Future.succeededFuture();
        }
        Future<Boolean> given = answer.match(this::say, this::tell, wait -> after(wait.length()), () -> {
            client.drop();
            return Future.succeededFuture(false);
        });
        boolean another = rest.peekFirst() instanceof Tell && answer instanceof Tell;
        Duration between = another ? pause : Duration.ZERO;
        return given.compose(goOn -> goOn ? after(between) : Future.succeededFuture(false))
                .compose(goOn -> goOn ? next(rest, asked) : Future.succeededFuture());
    }

    private Future<Boolean> say(Say say) {
        Upload upload = encoder.upload(say.segment());
        Upload sent = say.rightChecksum() ? upload : new Upload(upload.qn(), spoiled(upload.frame()), false);
        return client.send(sent).map(Delivery::isDone);
    }

    private Future<Boolean> tell(Tell tell) {
        Future<Boolean> told = Future.succeededFuture(true);
        for (Upload upload : encoder.encode(tell.report(), tell.backlog())) {
            told = told.compose(
                    goOn -> goOn ? client.send(upload).map(Delivery::isDone) : Future.succeededFuture(false));
        }
        return told;
    }

    /** Without a length it still goes through the event loop: thousands of records are no recursion, and others have a turn. */
    private Future<Boolean> after(Duration length) {
        if (!length.isZero()) {
            return vertx.timer(Math.max(1, length.toMillis()), TimeUnit.MILLISECONDS)
                    .map(true);
        }
        Promise<Boolean> turn = Promise.promise();
        vertx.getOrCreateContext().runOnContext(ignored -> turn.complete(true));
        return turn.future();
    }

    /** Its checksum's last digit is one that HJ 212's checksum never has. */
    private static Buffer spoiled(Buffer frame) {
        return frame.copy().setString(frame.length() - "0\r\n".length(), "7");
    }
}
