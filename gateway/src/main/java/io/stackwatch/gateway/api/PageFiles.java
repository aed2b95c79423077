package io.stackwatch.gateway.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The page and what belongs to it, from the jar, held in memory; nothing else can be asked for. */
final class PageFiles {

    private static final Map<String, String> TYPES = Map.of(
            "html",
            "text/html; charset=utf-8",
            "css",
            "text/css; charset=utf-8",
            "js",
            "text/javascript; charset=utf-8");
    private static final List<String> FILES = List.of(
            "index.html",
            "page.css",
            "main.js",
            "api.js",
            "words.js",
            "parts.js",
            "outlets.js",
            "alarms.js",
            "details.js",
            "cases.js",
            "boilers.js",
            "sources.js",
            "rates.js",
            "chart.js");

    private PageFiles() {}

    static void route(Router router) {
        FILES.forEach(name -> {
            String type = Objects.requireNonNull(TYPES.get(name.substring(name.indexOf('.') + 1)), name);
            Buffer bytes = read(name);
            router.get(name.equals("index.html") ? "/" : "/page/" + name).handler(context -> context.response()
                    .putHeader("Content-Type", type)
                    .putHeader("Cache-Control", "no-cache")
                    .end(bytes));
        });
    }

    private static Buffer read(String name) {
        try (InputStream file = PageFiles.class.getResourceAsStream("page/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks page/" + name);
            }
            return Buffer.buffer(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
