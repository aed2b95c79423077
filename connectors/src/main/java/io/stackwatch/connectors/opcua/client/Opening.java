package io.stackwatch.connectors.opcua.client;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.stackwatch.connectors.opcua.source.Identity;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.connectors.opcua.source.SourceState;
import io.stackwatch.connectors.opcua.trust.CertificateVerdict;
import io.stackwatch.connectors.opcua.trust.Certificates;
import io.stackwatch.connectors.opcua.trust.TrustStore;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfig;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.sdk.client.identity.X509IdentityProvider;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransport;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransportConfig;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransportConfigBuilder;

/**
 * Makes the connection of one source: asks for the endpoints, judges the certificate, opens a session. The certificate is
 * looked at each time anew, so a server that has another one is seen as such, and not as a line that is broken.
 */
final class Opening {

    private final SourceSettings settings;
    private final ClientOptions options;
    private final TrustStore trust;
    private final Clock clock;
    private final Threads threads;
    private final ExecutorService serial;

    Opening(
            SourceSettings settings,
            ClientOptions options,
            TrustStore trust,
            Clock clock,
            Threads threads,
            ExecutorService serial) {
        this.settings = settings;
        this.options = options;
        this.trust = trust;
        this.clock = clock;
        this.threads = threads;
        this.serial = serial;
    }

    /** A client with a session; completes on the source's executor, within bounded time. What fails leaves nothing open. */
    CompletableFuture<OpcUaClient> open() {
        Duration patience = options.connectTimeout().plus(options.requestTimeout());
        return DiscoveryClient.getEndpoints(settings.endpointUrl(), this::transport)
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenApplyAsync(this::client, serial)
                .thenCompose(client -> client.connectAsync()
                        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .whenComplete((connected, failure) -> {
                            if (failure != null) {
                                abandon(client);
                            }
                        }));
    }

    /** Leaves a server without a word: it keeps the subscription for whoever comes back. */
    static void abandon(OpcUaClient client) {
        var unused = client.getTransport().disconnect().whenComplete((done, failure) -> {
            var unusedToo = client.disconnectAsync();
        });
    }

    /** Takes leave of a server; completes when it has been told, or soon after if it cannot be. */
    static CompletableFuture<Void> leave(OpcUaClient client, Duration patience) {
        return client.disconnectAsync()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .handle((done, failure) -> {
                    if (failure != null) {
                        abandon(client);
                    }
                    return null;
                });
    }

    private OpcUaClient client(List<EndpointDescription> offered) {
        try {
            EndpointDescription endpoint = Endpoints.choose(offered, settings);
            if (Endpoints.needsTrust(settings)) {
                judge(endpoint);
            }
            OpcTcpClientTransportConfigBuilder transport = OpcTcpClientTransportConfig.newBuilder();
            transport(transport);
            return new OpcUaClient(config(endpoint), new OpcTcpClientTransport(transport.build()));
        } catch (CannotOpen known) {
            throw new CompletionException(known);
        } catch (UaException | IOException unusable) {
            throw new CompletionException(unusable);
        }
    }

    private void judge(EndpointDescription endpoint) throws CannotOpen, UaException {
        ByteString shown = endpoint.getServerCertificate();
        List<X509Certificate> chain = shown == null || shown.isNullOrEmpty()
                ? List.of()
                : CertificateUtil.decodeCertificates(shown.bytesOrEmpty());
        CertificateVerdict verdict =
                verdict(chain, Optional.ofNullable(endpoint.getServer().getApplicationUri()));
        if (verdict instanceof CertificateVerdict.Refused refused) {
            throw new CannotOpen(
                    SourceState.CERTIFICATE_REFUSED, refused.why().name(), Optional.of(refused.thumbprint()));
        }
    }

    private CertificateVerdict verdict(List<X509Certificate> chain, Optional<String> applicationUri) {
        String host = Optional.ofNullable(EndpointUtil.getHost(settings.endpointUrl()))
                .orElse("");
        return trust.judge(chain, applicationUri, host, clock.instant());
    }

    /** The same judgement for what the session shows, should it be another certificate than the endpoint. */
    private void validate(List<X509Certificate> chain) throws UaException {
        if (verdict(chain, Optional.empty()) instanceof CertificateVerdict.Refused) {
            throw new UaException(StatusCodes.Bad_CertificateUntrusted);
        }
    }

    private OpcUaClientConfig config(EndpointDescription endpoint) throws IOException {
        X509Certificate own = trust.own().certificate();
        return OpcUaClientConfig.builder()
                .setEndpoint(endpoint)
                .setApplicationName(LocalizedText.english("stackwatch"))
                .setApplicationUri(trust.own().applicationUri())
                .setProductUri("urn:stackwatch")
                .setSessionName(() -> "stackwatch " + settings.id().value())
                .setSessionTimeout(uint(options.sessionTimeout().toMillis()))
                .setRequestTimeout(uint(options.requestTimeout().toMillis()))
                .setKeepAliveTimeout(uint(options.requestTimeout().toMillis()))
                .setKeyPair(trust.own().keyPair())
                .setCertificate(own)
                .setCertificateChain(new X509Certificate[] {own})
                .setCertificateValidator((chain, uri, hosts) -> validate(chain))
                .setIdentityProvider(identity(endpoint))
                .build();
    }

    private IdentityProvider identity(EndpointDescription endpoint) throws IOException {
        if (settings.identity() instanceof Identity.UserPassword user) {
            return new UsernameProvider(
                    user.user(), user.password(), (chain, uri, hosts) -> validate(chain), tokens -> Endpoints.sealing(
                                    endpoint)
                            .orElseThrow());
        } else if (settings.identity() instanceof Identity.CertificateIdentity holder) {
            return new X509IdentityProvider(
                    Certificates.read(holder.certificate()), Certificates.readKey(holder.key()));
        }
        return AnonymousProvider.INSTANCE;
    }

    private void transport(OpcTcpClientTransportConfigBuilder builder) {
        builder.setConnectTimeout(uint(options.connectTimeout().toMillis()))
                .setAcknowledgeTimeout(uint(options.connectTimeout().toMillis()))
                .setExecutor(serial)
                .setScheduledExecutor(threads.timer())
                .setEventLoop(threads.loops())
                .setWheelTimer(threads.wheel());
    }
}
