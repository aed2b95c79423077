package io.stackwatch.connectors.opcua.client;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaSession;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateSubscriptionResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.TransferResult;
import org.jspecify.annotations.Nullable;

/**
 * The subscription of before if the server still has it, else a new one with all nodes (Part 4, 5.14.2 and 5.14.7). What is
 * known of it stands in the book. All methods on the source's executor.
 */
final class Resuming {

    /** What came of it: the session that the subscription belongs to, and how it came about. */
    record Resumption(OpcUaSession session, Batch.How how, ServerLimits limits) {}

    private final SourceSettings settings;
    private final ClientOptions options;
    private final SerialExecutor serial;
    private final Intake intake;
    private final Book book;

    Resuming(SourceSettings settings, ClientOptions options, SerialExecutor serial, Intake intake, Book book) {
        this.settings = settings;
        this.options = options;
        this.serial = serial;
        this.intake = intake;
        this.book = book;
    }

    /**
     * Completes within bounded time.
     *
     * @param again whether values have flowed before: then a new subscription is one that was made again
     */
    CompletableFuture<Resumption> over(OpcUaClient client, boolean again) {
        Batch.How anew = again ? Batch.How.RECREATED : Batch.How.STARTED;
        return client.getSessionAsync()
                .thenComposeAsync(session -> subscription(client, session, anew), serial)
                .orTimeout(patience().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What the server can take, and its clock. */
    CompletableFuture<ServerLimits> limits(OpcUaClient client) {
        return ServerLimits.ask(client, intake.now());
    }

    /** Asks again for the nodes that the server has refused. */
    CompletableFuture<Void> badNodes(OpcUaClient client) {
        return limits(client)
                .thenComposeAsync(
                        limits ->
                                new MonitoredItems(client, book, settings.rhythm(), limits.itemsPerCall()).createBad(),
                        serial);
    }

    /** A request for each thousand nodes, and some. */
    private Duration patience() {
        return options.requestTimeout().multipliedBy(4L + settings.nodes().size() / 100);
    }

    private CompletableFuture<Resumption> subscription(OpcUaClient client, OpcUaSession session, Batch.How anew) {
        if (book.subscription == 0) {
            return create(client, session, anew);
        }
        if (session.getSessionId().equals(book.session)) {
            return transferred(client, session);
        }
        return client.transferSubscriptionsAsync(List.of(uint(book.subscription)), false)
                .handle((response, failure) -> {
                    if (failure != null && Failures.isOfTheSession(failure)) {
                        // says nothing about the subscription: asked again with the next session
                        throw new CompletionException(failure);
                    }
                    return failure == null && isTransferred(response.getResults());
                })
                .thenComposeAsync(
                        transferred -> {
                            if (!transferred) {
                                return create(client, session, Batch.How.RECREATED);
                            }
                            book.session = session.getSessionId();
                            return transferred(client, session);
                        },
                        serial);
    }

    private CompletableFuture<Resumption> transferred(OpcUaClient client, OpcUaSession session) {
        return limits(client).thenApply(limits -> new Resumption(session, Batch.How.TRANSFERRED, limits));
    }

    private static boolean isTransferred(TransferResult @Nullable [] results) {
        return results != null
                && results.length == 1
                && results[0].getStatusCode().isGood();
    }

    private CompletableFuture<Resumption> create(OpcUaClient client, OpcUaSession session, Batch.How how) {
        book.forget();
        Rhythm rhythm = settings.rhythm();
        return limits(client)
                .thenCompose(limits -> client.createSubscriptionAsync(
                                (double) rhythm.publishing().toMillis(),
                                uint(rhythm.lifetimeCount()),
                                uint(rhythm.keepAliveCount()),
                                uint(Batch.MAX_VALUES),
                                true,
                                ubyte(0))
                        .thenComposeAsync(
                                made -> {
                                    begin(made, session);
                                    return new MonitoredItems(client, book, rhythm, limits.itemsPerCall()).createAll();
                                },
                                serial))
                .thenCompose(done -> limits(client))
                .thenApply(limits -> new Resumption(session, how, limits));
    }

    private void begin(CreateSubscriptionResponse made, OpcUaSession session) {
        double silence = made.getRevisedPublishingInterval()
                * made.getRevisedMaxKeepAliveCount().longValue();
        book.begin(made.getSubscriptionId().longValue(), session.getSessionId(), (long) silence);
    }
}
