package io.stackwatch.connectors.opcua.plant;

import io.stackwatch.connectors.opcua.source.MonitoredNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.CompositeValidator;
import org.eclipse.milo.opcua.sdk.server.identity.UsernameIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.X509IdentityValidator;
import org.eclipse.milo.opcua.sdk.server.servicesets.impl.DefaultSubscriptionServiceSet;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.TransferSubscriptionsRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.TransferSubscriptionsResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.eclipse.milo.opcua.stack.transport.server.ServiceRequestContext;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;
import org.jspecify.annotations.Nullable;

/**
 * A server of a plant, small and obedient: nodes that are set by hand, a history of all that was set, every policy and
 * login, and whatever can go wrong with a server. Keeps port, values and history when it is stopped and started.
 */
public final class Plant implements AutoCloseable {

    /** Who may log in, and with what. */
    public static final String USER = "reader";

    public static final String PASSWORD = "open sesame";

    private final int port;
    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final Map<String, DataValue> values = new ConcurrentHashMap<>();
    private final Map<String, NavigableMap<Instant, DataValue>> history = new ConcurrentHashMap<>();
    private final Map<String, Long> refusedHistory = new ConcurrentHashMap<>();
    private PlantCertificate certificate = PlantCertificate.make();
    private volatile boolean keepsHistory = true;
    private volatile boolean transfers = true;
    private volatile boolean trustsClients = true;
    private @Nullable OpcUaServer server;
    private @Nullable PlantNamespace namespace;

    /** A plant with these nodes, not started. */
    public Plant(String... nodes) {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        } catch (IOException cannot) {
            throw new IllegalStateException(cannot);
        }
        names.addAll(List.of(nodes));
    }

    /** A plant with so many nodes, {@code N0} and on. */
    public static Plant withNodes(int count) {
        return new Plant(IntStream.range(0, count).mapToObj(i -> "N" + i).toArray(String[]::new));
    }

    public Plant withoutHistory() {
        keepsHistory = false;
        return this;
    }

    public Plant withoutTransfer() {
        transfers = false;
        return this;
    }

    public Plant withCertificate(PlantCertificate other) {
        certificate = other;
        return this;
    }

    public Plant withoutTrustInClients() {
        trustsClients = false;
        return this;
    }

    public int port() {
        return port;
    }

    public String url() {
        return url(port);
    }

    /** The plant's address behind something else that listens at this port. */
    public static String url(int port) {
        return "opc.tcp://127.0.0.1:" + port + "/plant";
    }

    public X509Certificate certificate() {
        return certificate.certificate();
    }

    /** The node id of a node by the name of its namespace. */
    public static String id(String name) {
        return "nsu=" + PlantNamespace.URI + ";s=" + name;
    }

    /** All nodes to be monitored. */
    public List<MonitoredNode> monitored() {
        return names.stream().sorted().map(name -> MonitoredNode.of(id(name))).toList();
    }

    public Plant start() {
        try {
            OpcUaServer starting = new OpcUaServer(
                    config(),
                    profile -> new OpcTcpServerTransport(
                            OpcTcpServerTransportConfig.newBuilder().build()));
            if (!transfers) {
                starting.addServiceSet("/plant", new NoTransfer(starting));
            }
            PlantNamespace nodes = new PlantNamespace(starting, this);
            nodes.startup();
            names.forEach(nodes::add);
            values.forEach(nodes::show);
            starting.startup().get(30, TimeUnit.SECONDS);
            server = starting;
            namespace = nodes;
            return this;
        } catch (Exception cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    public void stop() {
        OpcUaServer stopping = server;
        if (stopping == null || namespace == null) {
            return;
        }
        try {
            stopping.shutdown().get(30, TimeUnit.SECONDS);
        } catch (Exception cannot) {
            throw new IllegalStateException(cannot);
        }
        dropSessions(true);
        namespace.shutdown();
        server = null;
        namespace = null;
    }

    /** Ends all sessions; their subscriptions live on unless they shall end too. */
    public void dropSessions(boolean withSubscriptions) {
        if (server != null) {
            server.getSessionManager().getAllSessions().forEach(session -> server.getSessionManager()
                    .killSession(session.getSessionId(), withSubscriptions));
        }
    }

    /** How many items are monitored now. */
    public int monitoredItems() {
        return namespace == null ? 0 : namespace.monitored();
    }

    /** Another node. */
    public void add(String name) {
        names.add(name);
        if (namespace != null) {
            namespace.add(name);
        }
    }

    public void set(String name, Object value, Instant at) {
        set(name, value, StatusCode.GOOD, at);
    }

    /** Sets a value, whether the server runs or not. */
    public void set(String name, Object value, StatusCode status, Instant at) {
        DataValue shown = new DataValue(new Variant(value), status, new DateTime(at), new DateTime(at));
        values.put(name, shown);
        if (keepsHistory) {
            history.computeIfAbsent(name, key -> new ConcurrentSkipListMap<>()).put(at, shown);
        }
        if (namespace != null) {
            namespace.show(name, shown);
        }
    }

    /** Something that only the history knows: as if it had been set while nobody was told. */
    public void setUnseen(String name, Object value, Instant at) {
        history.computeIfAbsent(name, key -> new ConcurrentSkipListMap<>())
                .put(at, new DataValue(new Variant(value), StatusCode.GOOD, new DateTime(at), new DateTime(at)));
    }

    /** From now on the history of a node is not given, for this reason. */
    public void refuseHistory(String name, long status) {
        refusedHistory.put(name, status);
    }

    Optional<Long> refusedHistory(String name) {
        return Optional.ofNullable(refusedHistory.get(name));
    }

    boolean keepsHistory() {
        return keepsHistory;
    }

    NavigableMap<Instant, DataValue> history(String name) {
        return history.getOrDefault(name, new ConcurrentSkipListMap<>());
    }

    @Override
    public void close() {
        stop();
    }

    private OpcUaServerConfig config() throws Exception {
        MemoryCertificateQuarantine quarantine = new MemoryCertificateQuarantine();
        PlantCertificate own = certificate;
        RsaSha256CertificateFactory factory = new RsaSha256CertificateFactory() {
            @Override
            protected KeyPair createRsaSha256KeyPair() {
                return own.keys();
            }

            @Override
            protected X509Certificate[] createRsaSha256CertificateChain(KeyPair keys) {
                return new X509Certificate[] {own.certificate()};
            }
        };
        CertificateValidator clients = (chain, uri, hosts) -> {
            if (!trustsClients) {
                throw new UaException(StatusCodes.Bad_CertificateUntrusted);
            }
        };
        DefaultApplicationGroup group = DefaultApplicationGroup.createAndInitialize(
                new MemoryTrustListManager(), new MemoryCertificateStore(), factory, clients);
        return OpcUaServerConfig.builder()
                .setApplicationName(LocalizedText.english("plant"))
                .setApplicationUri(PlantCertificate.URI)
                .setProductUri("urn:stackwatch:test")
                .setCertificateManager(new DefaultCertificateManager(quarantine, group))
                .setIdentityValidator(new CompositeValidator(
                        AnonymousIdentityValidator.INSTANCE,
                        new UsernameIdentityValidator(challenge ->
                                USER.equals(challenge.getUsername()) && PASSWORD.equals(challenge.getPassword())),
                        new X509IdentityValidator(shown ->
                                shown.getSubjectX500Principal().getName().contains("operator"))))
                .setEndpoints(endpoints())
                .build();
    }

    private Set<EndpointConfig> endpoints() {
        Set<EndpointConfig> endpoints = new HashSet<>();
        endpoints.add(endpoint("/plant", SecurityPolicy.None, MessageSecurityMode.None));
        endpoints.add(endpoint("/plant/discovery", SecurityPolicy.None, MessageSecurityMode.None));
        for (SecurityPolicy policy : List.of(SecurityPolicy.Basic256Sha256, SecurityPolicy.Aes256_Sha256_RsaPss)) {
            endpoints.add(endpoint("/plant", policy, MessageSecurityMode.Sign));
            endpoints.add(endpoint("/plant", policy, MessageSecurityMode.SignAndEncrypt));
        }
        return endpoints;
    }

    private EndpointConfig endpoint(String path, SecurityPolicy policy, MessageSecurityMode mode) {
        return EndpointConfig.newBuilder()
                .setTransportProfile(TransportProfile.TCP_UASC_UABINARY)
                .setBindAddress("127.0.0.1")
                .setBindPort(port)
                // a name that nobody can reach, as plants have
                .setHostname("plc-7.plant.internal")
                .setPath(path)
                .setCertificate(certificate.certificate())
                .setSecurityPolicy(policy)
                .setSecurityMode(mode)
                .addTokenPolicies(
                        new UserTokenPolicy("anonymous", UserTokenType.Anonymous, null, null, null),
                        new UserTokenPolicy(
                                "user", UserTokenType.UserName, null, null, SecurityPolicy.Basic256Sha256.getUri()),
                        new UserTokenPolicy(
                                "x509", UserTokenType.Certificate, null, null, SecurityPolicy.Basic256Sha256.getUri()))
                .build();
    }

    private static final class NoTransfer extends DefaultSubscriptionServiceSet {

        NoTransfer(OpcUaServer server) {
            super(server);
        }

        @Override
        public TransferSubscriptionsResponse onTransferSubscriptions(
                ServiceRequestContext context, TransferSubscriptionsRequest request) throws UaException {
            throw new UaException(StatusCodes.Bad_ServiceUnsupported);
        }
    }
}
