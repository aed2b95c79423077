package io.stackwatch.gateway.notice.post;

import io.stackwatch.core.notice.DeliveryFault;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Posts bodies and gives back what was answered. Redirections are not followed. Safe for use by several threads;
 * closing it is the business of whoever made it.
 */
public final class Post implements AutoCloseable {

    /** How much of an answer is read; the interfaces answer with some hundred bytes. */
    private static final int LONGEST_ANSWER = 65_536;

    private final HttpClient client;
    private final Duration patience;

    /**
     * Over this Vert.x.
     *
     * @param patience from the beginning of a request to the end of its answer
     */
    public Post(Vertx vertx, Duration patience) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setVerifyHost(true)
                .setConnectTimeout((int) patience.toMillis())
                .setKeepAliveTimeout(30));
        this.patience = patience;
    }

    /** Posts; the reply is given exactly once, within the patience, on any thread. */
    public void send(Letter letter, Consumer<Reply> reply) {
        AtomicReference<@Nullable HttpClientRequest> sent = new AtomicReference<>();
        Future<Reply> answered;
        try {
            answered = client.request(options(letter)).compose(request -> {
                sent.set(request);
                return request.send(Buffer.buffer(letter.body())).compose(Post::read);
            });
        } catch (RuntimeException unsendable) {
            reply.accept(Reply.failed(DeliveryFault.UNREACHABLE, unsendable));
            return;
        }
        answered.timeout(patience.toMillis(), TimeUnit.MILLISECONDS).onComplete(done -> {
            if (done.succeeded()) {
                reply.accept(done.result());
                return;
            }
            HttpClientRequest request = sent.get();
            if (request != null) {
                request.reset();
            }
            reply.accept(Reply.failed(fault(done.cause(), request != null), done.cause()));
        });
    }

    private static RequestOptions options(Letter letter) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(letter.to().toString())
                .setFollowRedirects(false);
        letter.headers().forEach(options::addHeader);
        return options;
    }

    private static Future<Reply> read(HttpClientResponse response) {
        Promise<Reply> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(piece -> {
            if (body.length() + piece.length() > LONGEST_ANSWER) {
                whole.tryFail(new AnswerTooLong());
                response.request().reset();
            } else {
                body.appendBuffer(piece);
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(
                end -> whole.tryComplete(Reply.answered(response.statusCode(), body.toString(StandardCharsets.UTF_8))));
        return whole.future();
    }

    private static DeliveryFault fault(Throwable cause, boolean connected) {
        if (cause instanceof AnswerTooLong) {
            return DeliveryFault.UNREADABLE_ANSWER;
        }
        return cause instanceof TimeoutException && connected ? DeliveryFault.NO_ANSWER : DeliveryFault.UNREACHABLE;
    }

    /** Lets connections go. */
    @Override
    public void close() {
        client.close();
    }

    /** Where an address with a host is meant; anything else is refused with its expectation. */
    public static URI address(String text) {
        URI uri = URI.create(text);
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException("expected http:// or https:// and a host");
        }
        return uri;
    }

    /** The other side says more than anybody needs. */
    private static final class AnswerTooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AnswerTooLong() {
            super("answer too long", null, false, false);
        }
    }
}
