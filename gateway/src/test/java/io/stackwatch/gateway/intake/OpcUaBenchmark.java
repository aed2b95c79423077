package io.stackwatch.gateway.intake;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.stackwatch.connectors.opcua.batch.Recollection;
import io.stackwatch.connectors.opcua.client.ClientOptions;
import io.stackwatch.connectors.opcua.client.OpcUaConnector;
import io.stackwatch.connectors.opcua.plant.Plant;
import io.stackwatch.connectors.opcua.plant.PlantLoad;
import io.stackwatch.connectors.opcua.source.MonitoredNode;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.connectors.opcua.source.SourceState;
import io.stackwatch.connectors.opcua.source.SourceStatus;
import io.stackwatch.connectors.opcua.trust.TrustStore;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.segment.JournalOptions;
import io.stackwatch.gateway.journal.segment.SegmentJournal;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;

/**
 * Values per second from an OPC UA server: through connector, route and intake until they are durable in the journal, against a
 * plain client of the SDK that counts them, in one run, the server in a process of its own on the same machine, signed and encrypted.
 *
 * <p>The command and the figures of record are in docs/benchmarks.md.
 */
public final class OpcUaBenchmark {

    private static final int SECONDS = 10;
    private static final int WARM_UP = 10;
    private static final int PUBLISHING_MILLIS = 250;
    private static final int QUEUE = 10;

    private record Load(int nodes, int intervalMillis) {}

    private record Figures(double perSecond, double offered, double cores, double serverCores, long heap) {}

    private OpcUaBenchmark() {}

    /** Runs it and prints a table. */
    public static void main(String[] arguments) throws Exception {
        Path scratch = arguments.length > 0
                ? Files.createDirectories(Path.of(arguments[0]))
                : Files.createTempDirectory("opcua-benchmark");
        System.out.printf(
                "%-9s %7s %9s %11s %11s %8s %8s %9s%n",
                "client", "items", "every ms", "offered/s", "values/s", "cliCPU", "srvCPU", "heap MB");
        for (Load load :
                List.of(new Load(1_000, 1000), new Load(10_000, 1000), new Load(10_000, 250), new Load(10_000, 100))) {
            Figures ours = measure(scratch, load, true);
            Figures plain = measure(scratch, load, false);
            System.out.printf(
                    Locale.ROOT,
                    "ours / plain: values %.2f, processor per value %.2f%n",
                    ours.perSecond() / plain.perSecond(),
                    ours.cores() / ours.perSecond() / (plain.cores() / plain.perSecond()));
        }
        System.exit(0);
    }

    private static Figures measure(Path scratch, Load load, boolean journaled) throws Exception {
        Path folder = Files.createTempDirectory(scratch, "opcua");
        Process plant = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlantLoad.class.getName(),
                        String.valueOf(load.nodes()),
                        String.valueOf(load.intervalMillis()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                        new BufferedReader(new InputStreamReader(plant.getInputStream(), StandardCharsets.US_ASCII));
                BufferedWriter in = new BufferedWriter(
                        new OutputStreamWriter(plant.getOutputStream(), StandardCharsets.US_ASCII))) {
            String url = address(out);
            Figures figures = journaled ? journaled(folder, url, load, out, in) : plain(url, load, out, in);
            System.out.printf(
                    Locale.ROOT,
                    "%-9s %7d %9d %11.0f %11.0f %8.2f %8.2f %9d%n",
                    journaled ? "journaled" : "plain",
                    load.nodes(),
                    load.intervalMillis(),
                    figures.offered(),
                    figures.perSecond(),
                    figures.cores(),
                    figures.serverCores(),
                    figures.heap());
            return figures;
        } finally {
            plant.destroy();
            plant.waitFor();
            delete(folder);
        }
    }

    /** The first line that is an address; a logger may have spoken before. */
    private static String address(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("opc.tcp:")) {
                return line;
            }
        }
        throw new IOException("the plant did not start");
    }

    private static Figures journaled(Path folder, String url, Load load, BufferedReader out, BufferedWriter in)
            throws Exception {
        TrustStore trust = TrustStore.open(folder.resolve("trust"), "urn:stackwatch:bench", Instant.now());
        List<MonitoredNode> nodes = IntStream.range(0, load.nodes())
                .mapToObj(i -> MonitoredNode.of(Plant.id("N" + i)))
                .toList();
        SourceSettings source = SourceSettings.of(new Mn("BENCH"), url, nodes)
                .withSecurity(new Security(Security.Policy.BASIC256_SHA256, Security.Mode.SIGN_AND_ENCRYPT))
                .withRhythm(new Rhythm(Duration.ofMillis(PUBLISHING_MILLIS), Duration.ofMillis(100), QUEUE, 10, 600));
        OpcUaConnector connector = new OpcUaConnector(
                List.of(source), ClientOptions.defaults(), trust, id -> new Recollection(), Clock.systemUTC());
        Journal journal = SegmentJournal.open(folder.resolve("journal"), JournalOptions.defaults());
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.getRegistry().bind("plants", connector);
            camel.addRoutes(new IntakeRoute(
                    "opcua", "opcua:plants?connector=#plants", new Intake(journal, IntakeOptions.defaults())));
            camel.getShutdownStrategy().setTimeout(5);
            camel.start();
            trustAndWait(connector, trust);
            return count(() -> status(connector).counts().values(), out, in);
        } finally {
            journal.close();
        }
    }

    private static SourceStatus status(OpcUaConnector connector) {
        return connector.statuses().get(0);
    }

    private static void trustAndWait(OpcUaConnector connector, TrustStore trust) throws InterruptedException {
        while (status(connector).state() != SourceState.CONNECTED) {
            status(connector).refusedThumbprint().ifPresent(thumbprint -> {
                if (trust.accept(thumbprint)) {
                    connector.tryNow(new Mn("BENCH"));
                }
            });
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static Figures plain(String url, Load load, BufferedReader out, BufferedWriter in) throws Exception {
        Path folder = Files.createTempDirectory("plain");
        TrustStore keys = TrustStore.open(folder, "urn:stackwatch:bench", Instant.now());
        LongAdder values = new LongAdder();
        OpcUaClient client = OpcUaClient.create(
                url,
                endpoints -> endpoints.stream()
                        .filter(endpoint ->
                                SecurityPolicy.Basic256Sha256.getUri().equals(endpoint.getSecurityPolicyUri())
                                        && endpoint.getSecurityMode() == MessageSecurityMode.SignAndEncrypt)
                        .map(endpoint -> EndpointUtil.updateUrl(endpoint, "127.0.0.1"))
                        .findFirst(),
                transport -> {},
                config -> config.setApplicationUri("urn:stackwatch:bench")
                        .setKeyPair(keys.own().keyPair())
                        .setCertificate(keys.own().certificate())
                        .setCertificateChain(new X509Certificate[] {keys.own().certificate()})
                        .setCertificateValidator(new CertificateValidator.InsecureCertificateValidator())
                        .setIdentityProvider(AnonymousProvider.INSTANCE));
        try {
            client.connect();
            OpcUaSubscription subscription = new OpcUaSubscription(client, PUBLISHING_MILLIS);
            subscription.setSubscriptionListener(new OpcUaSubscription.SubscriptionListener() {
                @Override
                public void onDataReceived(
                        OpcUaSubscription of, List<OpcUaMonitoredItem> items, List<DataValue> received) {
                    values.add(received.size());
                }
            });
            subscription.create();
            for (int i = 0; i < load.nodes(); i++) {
                OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(ExpandedNodeId.parse(Plant.id("N" + i))
                        .toNodeId(client.getNamespaceTable())
                        .orElseThrow());
                item.setSamplingInterval(100);
                item.setQueueSize(uint(QUEUE));
                subscription.addMonitoredItem(item);
            }
            subscription.synchronizeMonitoredItems();
            return count(values::sum, out, in);
        } finally {
            client.disconnect();
            delete(folder);
        }
    }

    private static Figures count(LongSupplier values, BufferedReader out, BufferedWriter in) throws Exception {
        TimeUnit.SECONDS.sleep(WARM_UP);
        long[] serverBefore = ask(out, in);
        long cpuBefore = cpuNanos();
        long valuesBefore = values.getAsLong();
        long before = System.nanoTime();
        TimeUnit.SECONDS.sleep(SECONDS);
        double nanos = System.nanoTime() - before;
        double perSecond = (values.getAsLong() - valuesBefore) * 1e9 / nanos;
        double cores = (cpuNanos() - cpuBefore) / nanos;
        long[] server = ask(out, in);
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        return new Figures(
                perSecond,
                (server[0] - serverBefore[0]) * 1e9 / nanos,
                cores,
                (server[1] - serverBefore[1]) / nanos,
                heap);
    }

    private static long[] ask(BufferedReader out, BufferedWriter in) throws IOException {
        in.write("now\n");
        in.flush();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.matches("\\d+ \\d+")) {
                int blank = line.indexOf(' ');
                return new long[] {
                    Long.parseLong(line, 0, blank, 10), Long.parseLong(line, blank + 1, line.length(), 10)
                };
            }
        }
        throw new IOException("the plant has ended");
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var tree = Files.walk(folder)) {
            tree.forEach(files::add);
        }
        for (int i = files.size() - 1; i >= 0; i--) {
            Files.delete(files.get(i));
        }
    }
}
