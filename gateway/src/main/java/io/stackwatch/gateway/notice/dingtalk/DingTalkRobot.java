package io.stackwatch.gateway.notice.dingtalk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.NoticeChannel;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.core.notice.Receipt;
import io.stackwatch.gateway.notice.Wording;
import io.stackwatch.gateway.notice.post.AnswerCodes;
import io.stackwatch.gateway.notice.post.Letter;
import io.stackwatch.gateway.notice.post.Post;
import io.stackwatch.gateway.notice.post.Query;
import io.stackwatch.gateway.notice.post.Signature;
import io.stackwatch.gateway.notice.robot.Markdown;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A custom robot of DingTalk. An address on it is whom it calls: telephone numbers separated by blanks, {@code
 * @all}, or empty.
 */
public final class DingTalkRobot implements NoticeChannel {

    /** Where DingTalk takes messages; token, time and signature are added. */
    public static final URI HOME = URI.create("https://oapi.dingtalk.com/robot/send");

    /** Below the 20000 bytes that a body may have, with room for what JSON writes longer. */
    private static final int LONGEST_MARKDOWN = 9_000;

    private static final int LONGEST_TITLE = 200;

    private final ChannelName name;
    private final Post post;
    private final URI home;
    private final String token;
    private final Optional<String> secret;
    private final Clock wall;
    private final AnswerCodes answers = AnswerCodes.of("dingtalk");

    /**
     * A robot.
     *
     * @param secrets of the robot
     * @param wall the real time: a signature is valid for an hour
     */
    public DingTalkRobot(ChannelName name, Post post, URI home, Secrets secrets, Clock wall) {
        this.name = name;
        this.post = post;
        this.home = home;
        this.token = secrets.token();
        this.secret = secrets.signing();
        this.wall = wall;
    }

    /**
     * What a robot is known by.
     *
     * @param token its access token
     * @param signing the secret that it signs with; empty if the group admits us by keyword or network address
     */
    public record Secrets(String token, Optional<String> signing) {
        @Override
        public String toString() {
            return "Secrets[]";
        }
    }

    @Override
    public ChannelName name() {
        return name;
    }

    @Override
    public void tell(NoticeMessage message, Consumer<Receipt> receipt) {
        Letter letter = Letter.json(to(), body(message).toString());
        post.send(letter, reply -> receipt.accept(reply.receipt(answers::errcode)));
    }

    private URI to() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("access_token", token);
        secret.ifPresent(key -> {
            String time = String.valueOf(wall.millis());
            query.put("timestamp", time);
            query.put("sign", Base64.getEncoder().encodeToString(Signature.hmacSha256(key, time + "\n" + key)));
        });
        return URI.create(home + "?" + Query.of(query));
    }

    private static ObjectNode body(NoticeMessage message) {
        List<String> called = Arrays.stream(message.to().split("\\s+", -1))
                .filter(one -> !one.isEmpty())
                .toList();
        StringBuilder text = new StringBuilder(Markdown.of(message, LONGEST_MARKDOWN));
        called.stream().filter(one -> !one.equals("@all")).forEach(one -> text.append("\n@")
                .append(one));
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("msgtype", "markdown");
        body.putObject("markdown")
                .put("title", Wording.cut(Wording.title(message), LONGEST_TITLE))
                .put("text", text.toString());
        ObjectNode at = body.putObject("at").put("isAtAll", called.contains("@all"));
        ArrayNode numbers = at.putArray("atMobiles");
        called.stream().filter(one -> !one.equals("@all")).forEach(numbers::add);
        return body;
    }
}
