package io.stackwatch.gateway.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The page and what belongs to it, from the jar, held in memory; nothing else can be asked for. */
final class PageFiles {

    private static final Map<String, String> FILES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "page.css", "text/css; charset=utf-8",
            "main.js", "text/javascript; charset=utf-8",
            "api.js", "text/javascript; charset=utf-8",
            "words.js", "text/javascript; charset=utf-8",
            "outlets.js", "text/javascript; charset=utf-8",
            "alarms.js", "text/javascript; charset=utf-8",
            "details.js", "text/javascript; charset=utf-8",
            "cases.js", "text/javascript; charset=utf-8",
            "chart.js", "text/javascript; charset=utf-8");

    private PageFiles() {}

    static void route(Router router) {
        FILES.forEach((name, type) -> {
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
