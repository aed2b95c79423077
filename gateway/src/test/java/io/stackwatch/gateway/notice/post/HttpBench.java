package io.stackwatch.gateway.notice.post;

import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.NoticeChannel;
import io.stackwatch.gateway.notice.NoticeChannelContract;
import io.stackwatch.gateway.notice.NoticeChannelContract.Behaviour;
import io.stackwatch.gateway.notice.NoticeChannelContract.Bench;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** A server on this machine that speaks the interface of a channel over HTTP. */
public abstract class HttpBench implements Bench {

    /** A request as it arrived. */
    public record Seen(String method, String path, String query, Map<String, String> headers, String body) {}

    /** What is answered. */
    public record Answer(int status, String body) {}

    private final Vertx vertx = Vertx.vertx();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Post post;
    private final Post hasty;
    private final HttpServer server;
    private final NoticeChannel channel;
    private final NoticeChannel impatient;
    private final NoticeChannel toNobody;
    private volatile Behaviour behaviour = Behaviour.TAKES;

    /** With the channel that is made for an address. */
    protected HttpBench(BiFunction<Post, URI, NoticeChannel> made) {
        this.post = new Post(vertx, NoticeChannelContract.PATIENCE);
        this.hasty = new Post(vertx, NoticeChannelContract.IMPATIENCE);
        try {
            this.server = vertx.createHttpServer()
                    .requestHandler(this::serve)
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
            HttpServer closed = vertx.createHttpServer()
                    .requestHandler(this::serve)
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
            int free = closed.actualPort();
            closed.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
            this.toNobody = made.apply(post, URI.create("http://127.0.0.1:" + free + "/send"));
        } catch (Exception failed) {
            throw new IllegalStateException("the bench does not stand", failed);
        }
        URI home = URI.create("http://127.0.0.1:" + server.actualPort() + "/send");
        this.channel = made.apply(post, home);
        this.impatient = made.apply(hasty, home);
    }

    /** What the interface answers to a request for what it does now; not asked where it is silent or closes. */
    protected abstract Answer answer(Seen request, Behaviour now);

    private void serve(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            request.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
            String query = request.query() == null ? "" : request.query();
            Seen one = new Seen(
                    request.method().name(), request.path(), query, headers, body.toString(StandardCharsets.UTF_8));
            seen.add(one);
            switch (behaviour) {
                case SILENT -> {}
                case CLOSES -> request.connection().close();
                default -> {
                    Answer answer = answer(one, behaviour);
                    request.response().setStatusCode(answer.status()).end(answer.body());
                }
            }
        });
    }

    /** The requests that arrived. */
    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    @Override
    public NoticeChannel channel() {
        return channel;
    }

    @Override
    public NoticeChannel impatient() {
        return impatient;
    }

    @Override
    public NoticeChannel toNobody() {
        return toNobody;
    }

    @Override
    public void behave(Behaviour now) {
        behaviour = now;
    }

    @Override
    public List<String> received() {
        return seen.stream()
                .map(one -> one.query() + "\n" + one.headers() + "\n" + one.body())
                .toList();
    }

    @Override
    public Set<DeliveryFault> faults(Behaviour now) {
        return switch (now) {
            case TAKES -> Set.of();
            case SILENT -> Set.of(DeliveryFault.NO_ANSWER);
            case CLOSES -> Set.of(DeliveryFault.UNREACHABLE);
            case GARBLED -> Set.of(DeliveryFault.UNREADABLE_ANSWER);
            case REFUSES_US -> Set.of(DeliveryFault.NOT_ADMITTED);
            case BUSY -> Set.of(DeliveryFault.TOO_MANY);
        };
    }

    @Override
    public void close() {
        post.close();
        hasty.close();
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException("the bench does not go away", failed);
        }
    }
}
