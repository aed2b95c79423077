package io.stackwatch.simulator.boiler.server;

import io.stackwatch.simulator.clock.ScaledClock;
import io.stackwatch.simulator.scenario.ServerTraits;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilters;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.security.CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/** The server from one start to the next stop. */
final class RunningServer {

    private static final long LONGEST_START_SECONDS = 30;

    private final OpcUaServer server;
    private final BoilerNamespace namespace;
    private final Watch watch;

    private RunningServer(OpcUaServer server, BoilerNamespace namespace, Watch watch) {
        this.server = server;
        this.namespace = namespace;
        this.watch = watch;
    }

    /** How its address space is made. */
    interface Contents {
        BoilerNamespace of(OpcUaServer server, Watch watch);
    }

    static RunningServer start(
            ServerOptions options, ServerTraits traits, OwnCertificate own, ScaledClock clock, Contents contents)
            throws IOException, GeneralSecurityException {
        provideAlgorithms();
        OpcUaServer server = new OpcUaServer(
                config(options, traits, own),
                profile -> new OpcTcpServerTransport(
                        OpcTcpServerTransportConfig.newBuilder().build()));
        server.addServiceSet("/", new Subscriptions(server, clock, traits.transfer()));
        showTime(server, clock);
        Watch watch = new Watch();
        BoilerNamespace namespace = contents.of(server, watch);
        namespace.startup();
        RunningServer running = new RunningServer(server, namespace, watch);
        running.listen();
        return running;
    }

    /** The server says what the boilers' clock says: a client that reads history asks by it. */
    private static void showTime(OpcUaServer server, ScaledClock clock) {
        server.getAddressSpaceManager()
                .getManagedNode(NodeIds.Server_ServerStatus_CurrentTime)
                .orElseThrow(() -> new IllegalStateException("a server without a clock"))
                .getFilterChain()
                .addFirst(AttributeFilters.getValue(read -> new DataValue(new Variant(new DateTime(clock.instant())))));
    }

    /** Milo asks for those of Aes256_Sha256_RsaPss by names that only Bouncy Castle has. */
    private static void provideAlgorithms() {
        if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
            Security.addProvider(new BouncyCastleProvider());
        }
    }

    private void listen() throws IOException {
        try {
            server.startup().get(LONGEST_START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            stop();
            throw new IOException("the server does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting", e);
        }
    }

    private static OpcUaServerConfig config(ServerOptions options, ServerTraits traits, OwnCertificate own)
            throws IOException, GeneralSecurityException {
        ClientTrust trust = new ClientTrust(options, traits.anyClient());
        return OpcUaServerConfig.builder()
                .setApplicationName(LocalizedText.english("stackwatch boiler simulator"))
                .setApplicationUri(OwnCertificate.APPLICATION_URI)
                .setProductUri("urn:stackwatch:simulator")
                .setCertificateManager(new DefaultCertificateManager(trust.rejected(), group(own, trust)))
                .setIdentityValidator(new Users(options, traits.users()).validator())
                .setEndpoints(Endpoints.of(
                        options.bind(), options.host(), options.port(), own.certificate(), traits.anonymous()))
                .build();
    }

    private static DefaultApplicationGroup group(OwnCertificate own, ClientTrust trust)
            throws GeneralSecurityException {
        try {
            return DefaultApplicationGroup.createAndInitialize(
                    new MemoryTrustListManager(), new MemoryCertificateStore(), always(own), trust);
        } catch (Exception e) {
            throw new GeneralSecurityException("the certificate cannot be used", e);
        }
    }

    /** Asked for a pair of keys and a certificate, it gives the ones that there are. */
    private static CertificateFactory always(OwnCertificate own) {
        return new RsaSha256CertificateFactory() {
            @Override
            protected KeyPair createRsaSha256KeyPair() {
                return own.keys();
            }

            @Override
            protected X509Certificate[] createRsaSha256CertificateChain(KeyPair keys) {
                return new X509Certificate[] {own.certificate()};
            }
        };
    }

    Watch watch() {
        return watch;
    }

    int sessions() {
        return server.getSessionManager().getAllSessions().size();
    }

    /** Their subscriptions live on until somebody takes them over or their lifetime is over. */
    int dropSessions() {
        int dropped = 0;
        for (Session session : server.getSessionManager().getAllSessions()) {
            server.getSessionManager().killSession(session.getSessionId(), false);
            dropped++;
        }
        return dropped;
    }

    /** Closes all connections; sessions and subscriptions are gone. */
    void stop() {
        CompletableFuture<OpcUaServer> unused = server.shutdown();
        server.getSessionManager().getAllSessions().forEach(session -> server.getSessionManager()
                .killSession(session.getSessionId(), true));
        namespace.shutdown();
    }
}
