package io.stackwatch.simulator.boiler.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process with an OPC UA server that is not Milo ({@code src/test/peer/peer.js}, node-opcua). Without node or its packages
 * a test that needs it fails and says what to do.
 */
final class NodePeer implements Peer {

    private static final Path SCRIPTS = Path.of("src", "test", "peer").toAbsolutePath();
    private static final String WHAT_TO_DO =
            "install node and npm (.ci/machine node npm) and run 'npm ci' in " + SCRIPTS;
    /** What the library has to say. */
    private static final Path WORDS = Path.of("target", "opcua-peer.txt").toAbsolutePath();

    private static final long LONGEST_SECONDS = 60;

    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;
    private final Path folder;
    private final int port;

    private NodePeer(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** @param papers certificate and key in PEM files; none for its own */
    static NodePeer start(Path folder, List<Papers> papers) throws Exception {
        if (!Files.isDirectory(SCRIPTS.resolve("node_modules"))) {
            throw new AssertionError("the packages of the other OPC UA server are missing: " + WHAT_TO_DO);
        }
        Files.createDirectories(folder);
        int port = freePort();
        List<String> command = new ArrayList<>(List.of("node", "peer.js", "" + port, folder.toString()));
        for (Papers paper : papers) {
            command.add(paper.certificateFile().toString());
            command.add(paper.keyFile().toString());
        }
        NodePeer peer = new NodePeer(run(command), folder, port);
        peer.expect("ready");
        return peer;
    }

    private static Process run(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .directory(SCRIPTS.toFile())
                    .redirectError(ProcessBuilder.Redirect.appendTo(WORDS.toFile()))
                    .start();
        } catch (IOException e) {
            throw new AssertionError("node cannot be run: " + WHAT_TO_DO, e);
        }
    }

    @Override
    public String endpointUrl() {
        return "opc.tcp://localhost:" + port;
    }

    @Override
    public String node() {
        return "nsu=urn:stackwatch:test:peer:boiler;s=B01/SO2";
    }

    @Override
    public void trust(X509Certificate client) throws Exception {
        order("trust " + Papers.der(folder.resolve("shown"), client));
    }

    @Override
    public void admit(X509Certificate user) throws Exception {
        order("user " + Papers.der(folder.resolve("shown"), user));
    }

    /** It puts a ServiceFault where an error message belongs (OPC UA Part 6, 7.1.2.5): nobody can read it. */
    @Override
    public boolean saysWhyItRefusesAClient() {
        return false;
    }

    private void order(String line) throws Exception {
        orders.write(line + "\n");
        orders.flush();
        expect("done");
    }

    private void expect(String answer) throws Exception {
        String line = CompletableFuture.supplyAsync(() -> answer())
                .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                .get();
        if (!answer.equals(line)) {
            process.destroyForcibly();
            throw new AssertionError("the other server said '" + line + "' and not '" + answer + "', see " + WORDS);
        }
    }

    private String answer() {
        try {
            String line = answers.readLine();
            return line == null ? "(it ended)" : line;
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** It ends with its input; if it does not, it is ended. */
    @Override
    public void close() {
        try {
            orders.close();
        } catch (IOException e) {
            // it has ended before
        }
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
