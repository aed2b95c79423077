package io.stackwatch.gateway.api;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Somebody's browser: keeps the cookie and sends the token of the session, unless told not to. For one thread. */
final class Browser {

    private final HttpClient http;
    private final String address;
    String cookie = "";
    String csrf = "";

    Browser(HttpClient http, int port) {
        this.http = http;
        this.address = "http://127.0.0.1:" + port;
    }

    /** An answer with its body as text. */
    HttpResponse<String> send(String method, String path, String type, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!cookie.isEmpty()) {
            request.header("Cookie", "stackwatch_session=" + cookie);
        }
        if (!csrf.isEmpty() && !method.equals("GET")) {
            request.header("X-CSRF-Token", csrf);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answer.headers().firstValue("Set-Cookie").ifPresent(this::keep);
        return answer;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, "", "", headers);
    }

    HttpResponse<String> post(String path, JsonObject body, String... headers)
            throws IOException, InterruptedException {
        return send("POST", path, "application/json", body.encode(), headers);
    }

    HttpResponse<String> signIn(String account, String password, String... headers)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                post("/api/v1/session", new JsonObject().put("account", account).put("password", password), headers);
        if (answer.statusCode() == 200) {
            csrf = new JsonObject(answer.body()).getString("csrf");
        }
        return answer;
    }

    private void keep(String header) {
        cookie = header.substring(header.indexOf('=') + 1, header.indexOf(';'));
    }
}
