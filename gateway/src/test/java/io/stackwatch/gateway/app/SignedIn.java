package io.stackwatch.gateway.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;

/** Somebody's session at a gateway on this machine, as a browser has it: a cookie and the token of unsafe requests. */
final class SignedIn {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final int port;
    private final String cookie;
    private final String csrf;

    private SignedIn(HttpClient http, int port, String cookie, String csrf) {
        this.http = http;
        this.port = port;
        this.cookie = cookie;
        this.csrf = csrf;
    }

    static SignedIn as(HttpClient http, int port, String account, String password) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/session"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                JSON.writeValueAsString(Map.of("account", account, "password", password))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("sign-in of " + account + " answers " + answer.statusCode());
        }
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return new SignedIn(
                http,
                port,
                cookie.substring(0, cookie.indexOf(';')),
                JSON.readTree(answer.body()).path("csrf").asText());
    }

    /** The status that a path answers. */
    int get(String path) throws Exception {
        return send(request(path).GET().build()).statusCode();
    }

    /** What a path answers. */
    JsonNode read(String path) throws Exception {
        return JSON.readTree(send(request(path).GET().build()).body());
    }

    /** The status that a path answers to a body. */
    int post(String path, String body) throws Exception {
        return send(request(path)
                        .header("Content-Type", "application/json")
                        .header("X-CSRF-Token", csrf)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .statusCode();
    }

    /** Listens to the events until the gateway or the program ends; tells the outlet of each alarm and when it was read. */
    void listen(BiConsumer<String, Long> raised) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write(("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String status = lines.readLine();
        if (!"HTTP/1.1 200 OK".equals(status)) {
            throw new IOException("the event stream answers " + status);
        }
        Thread reader = new Thread(() -> read(lines, raised), "listener");
        reader.setDaemon(true);
        reader.start();
    }

    private static void read(BufferedReader lines, BiConsumer<String, Long> raised) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data: ") && line.contains("\"RAISED\"")) {
                    long now = System.nanoTime();
                    raised.accept(
                            JSON.readTree(line.substring(6))
                                    .at("/alarm/outlet/id")
                                    .asText(),
                            now);
                }
            }
        } catch (IOException closed) {
            // the gateway has left: whoever waits is told that nothing came
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
