package io.stackwatch.gateway.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The console (界面) as it was built into the jar: the files that its list names, and nothing else.
 *
 * <p>A file is read when it is first asked for and kept in memory. Files whose names hold a digest may be kept by browsers
 * for ever; the others are compared by their digest (ETag). Those with a packed copy are sent packed to whoever takes gzip.
 */
final class ConsoleFiles {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "geojson", "application/geo+json",
            "json", "application/json");
    private static final String LIST = "files.txt";

    private final Map<String, Buffer> read = new ConcurrentHashMap<>();

    private ConsoleFiles() {}

    /** Routes the files of the console; the page itself is {@code /}. */
    static void route(Router router) {
        ConsoleFiles console = new ConsoleFiles();
        for (String line : listed()) {
            String[] parts = line.split(" ", -1);
            String name = parts[0];
            String tag = "\"" + parts[2] + "\"";
            router.get(name.equals("index.html") ? "/" : "/" + name)
                    .handler(context -> console.send(context, name, tag));
        }
    }

    /** Lines of the list: name, length in bytes, SHA-256. */
    static List<String> listed() {
        byte[] list = bytes(LIST);
        if (list == null) {
            throw new IllegalStateException("the jar lacks console/" + LIST
                    + ": the console is built by npm (gateway/src/main/web), which mvn runs by itself");
        }
        return new String(list, StandardCharsets.UTF_8).lines().toList();
    }

    private void send(RoutingContext context, String name, String tag) {
        boolean forEver = name.startsWith("assets/");
        context.response()
                .putHeader("ETag", tag)
                .putHeader("Vary", "Accept-Encoding")
                .putHeader("Cache-Control", forEver ? "public, max-age=31536000, immutable" : "no-cache");
        if (tag.equals(context.request().getHeader("If-None-Match"))) {
            context.response().setStatusCode(304).end();
            return;
        }
        String taken = context.request().getHeader("Accept-Encoding");
        Buffer packed = taken != null && taken.contains("gzip") ? kept(name + ".gz") : null;
        Buffer body = packed == null ? kept(name) : packed;
        if (body == null) {
            context.fail(404);
            return;
        }
        if (packed != null) {
            context.response().putHeader("Content-Encoding", "gzip");
        }
        context.response()
                .putHeader(
                        "Content-Type",
                        TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"))
                .end(body);
    }

    private @Nullable Buffer kept(String name) {
        return read.computeIfAbsent(name, asked -> {
            byte[] bytes = bytes(asked);
            return bytes == null ? null : Buffer.buffer(bytes);
        });
    }

    private static byte @Nullable [] bytes(String name) {
        try (InputStream file = ConsoleFiles.class.getResourceAsStream("console/" + name)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
