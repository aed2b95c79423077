package io.stackwatch.gateway.notice.webhook;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.gateway.config.EntryReader;
import io.stackwatch.gateway.notice.Allowance;
import io.stackwatch.gateway.notice.ChannelKind;
import io.stackwatch.gateway.notice.Secrets;
import io.stackwatch.gateway.notice.post.Post;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** {@code kind: WEBHOOK}. */
public final class WebhookKind implements ChannelKind {

    @Override
    public String name() {
        return "WEBHOOK";
    }

    @Override
    public Allowance usual() {
        return new Allowance(600, Duration.ofMinutes(1), 60);
    }

    @Override
    public Optional<Making> read(ChannelName name, Duration wait, EntryReader entry, Secrets secrets) {
        Optional<URI> to = entry.required("url", "an address of http or https", Post::address);
        Optional<String> secret = secrets.required(entry, "secret");
        if (to.isEmpty() || secret.isEmpty()) {
            return Optional.empty();
        }
        try {
            Webhook.key(secret.get());
        } catch (IllegalArgumentException notBase64) {
            entry.problem(entry.line(), "secret", "something else", "a text, or whsec_ and Base64");
            return Optional.empty();
        }
        return Optional.of(
                means -> new Webhook(name, new Post(means.vertx(), wait), to.get(), secret.get(), means.wall()));
    }
}
