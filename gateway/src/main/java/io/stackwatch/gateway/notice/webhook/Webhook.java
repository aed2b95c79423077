package io.stackwatch.gateway.notice.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.Notice;
import io.stackwatch.core.notice.NoticeChannel;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.core.notice.Receipt;
import io.stackwatch.gateway.notice.post.Letter;
import io.stackwatch.gateway.notice.post.Post;
import io.stackwatch.gateway.notice.post.Signature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A machine that takes notices as JSON, signed as the Standard Webhooks specification has it: {@code webhook-id},
 * {@code webhook-timestamp} (seconds), and in {@code webhook-signature} {@code v1,} and the Base64 of an HMAC-SHA256
 * over id, time and body with dots between them.
 *
 * <p>The receiver refuses what is older than some minutes or has an id that it has taken; the id of a repetition is
 * that of the first attempt, its time is not. An address on this channel is passed on as {@code to}.
 */
public final class Webhook implements NoticeChannel {

    /** A secret that begins with it is Base64 behind it; any other is taken as it stands. */
    private static final String ENCODED = "whsec_";

    private final ChannelName name;
    private final Post post;
    private final URI to;
    private final byte[] key;
    private final Clock wall;

    /**
     * A receiver.
     *
     * @param secret that both sides know
     * @param wall the real time
     */
    public Webhook(ChannelName name, Post post, URI to, String secret, Clock wall) {
        this.name = name;
        this.post = post;
        this.to = to;
        this.key = key(secret);
        this.wall = wall;
    }

    /** The key that a secret stands for. */
    static byte[] key(String secret) {
        return secret.startsWith(ENCODED)
                ? Base64.getDecoder().decode(secret.substring(ENCODED.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public ChannelName name() {
        return name;
    }

    @Override
    public void tell(NoticeMessage message, Consumer<Receipt> receipt) {
        String body = body(message).toString();
        String time = String.valueOf(wall.instant().getEpochSecond());
        Letter letter = new Letter(
                to,
                Map.of(
                        "Content-Type",
                        "application/json; charset=utf-8",
                        "webhook-id",
                        message.id().value(),
                        "webhook-timestamp",
                        time,
                        "webhook-signature",
                        signature(key, message.id().value(), time, body)),
                body);
        post.send(letter, reply -> receipt.accept(reply.receipt()));
    }

    /** What the receiver calculates as well. */
    static String signature(byte[] key, String id, String time, String body) {
        byte[] signature = Signature.hmacSha256(key, id + "." + time + "." + body);
        return "v1," + Base64.getEncoder().encodeToString(signature);
    }

    private static ObjectNode body(NoticeMessage message) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", message.id().value())
                .put("level", message.severity().name())
                .put("to", message.to())
                .put("title", message.text().title())
                .put("body", message.text().body());
        ArrayNode facts = body.putArray("facts");
        message.text().facts().forEach(fact -> facts.addObject()
                .put("key", fact.key())
                .put("label", fact.label())
                .put("value", fact.value()));
        ArrayNode notices = body.putArray("notices");
        for (Notice notice : message.tells()) {
            notices.addObject()
                    .put("id", notice.id().value())
                    .put("subjectKind", notice.subject().kind().name())
                    .put("subject", notice.subject().id())
                    .put("level", notice.severity().name())
                    .put("title", notice.text().title())
                    .put("queuedAt", notice.queuedAt().toString());
        }
        return body;
    }
}
