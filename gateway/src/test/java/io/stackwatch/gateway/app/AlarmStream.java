package io.stackwatch.gateway.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stackwatch.core.alarm.AlarmType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A listener of {@code /api/v1/events} that notes when it read the raising of each outlet's alarm. */
final class AlarmStream implements AutoCloseable {

    private final Socket socket = new Socket();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Long> raised = new ConcurrentHashMap<>();
    private final Object news = new Object();

    AlarmStream(int port) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String status = lines.readLine();
        if (!"HTTP/1.1 200 OK".equals(status)) {
            throw new IOException("the event stream answers " + status);
        }
        Thread reader = new Thread(() -> read(lines), "alarm-stream");
        reader.setDaemon(true);
        reader.start();
    }

    /** When the outlet's alarm was read, in the terms of {@link System#nanoTime}; empty if it is not until {@code end}. */
    Optional<Long> raisedOf(String outlet, long end) throws InterruptedException {
        synchronized (news) {
            while (!raised.containsKey(outlet) && System.nanoTime() < end) {
                news.wait(100);
            }
        }
        return Optional.ofNullable(raised.get(outlet));
    }

    private void read(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("data: ")) {
                    continue;
                }
                long now = System.nanoTime();
                JsonNode alarm =
                        json.readTree(line.substring("data: ".length())).get("alarm");
                if (alarm.get("type").asText().equals(AlarmType.HOUR_EXCEEDANCE.code())) {
                    raised.putIfAbsent(alarm.get("outlet").get("id").asText(), now);
                    synchronized (news) {
                        news.notifyAll();
                    }
                }
            }
        } catch (IOException closed) {
            // the listener has left, or the gateway: whoever still waits is told that nothing came
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
