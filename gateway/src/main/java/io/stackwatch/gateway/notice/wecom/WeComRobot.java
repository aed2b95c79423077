package io.stackwatch.gateway.notice.wecom;

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
import io.stackwatch.gateway.notice.robot.Markdown;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A group robot of WeCom. It has no number for a message of its own: that the same comes twice is seen by the number
 * in the text.
 *
 * <p>An address on it is whom it calls: user ids, or, in text, telephone numbers and {@code @all}, separated by
 * blanks; empty for nobody in particular.
 */
public final class WeComRobot implements NoticeChannel {

    /** Where WeCom takes messages; the key is added. */
    public static final URI HOME = URI.create("https://qyapi.weixin.qq.com/cgi-bin/webhook/send");

    private static final int LONGEST_MARKDOWN = 4_096;
    private static final int LONGEST_TEXT = 2_048;

    private final ChannelName name;
    private final Post post;
    private final URI to;
    private final Form form;
    private final AnswerCodes answers = AnswerCodes.of("wecom");

    /**
     * A robot.
     *
     * @param home address without the key
     * @param key of the robot, a secret
     */
    public WeComRobot(ChannelName name, Post post, URI home, String key, Form form) {
        this.name = name;
        this.post = post;
        this.to = URI.create(home + "?key=" + Query.encode(key));
        this.form = form;
    }

    /** In which form it speaks. */
    public enum Form {
        /** Plain text, which can call people by telephone number. */
        TEXT,
        /** With headings and quotations. */
        MARKDOWN
    }

    @Override
    public ChannelName name() {
        return name;
    }

    @Override
    public void tell(NoticeMessage message, Consumer<Receipt> receipt) {
        ObjectNode body = form == Form.TEXT ? text(message) : markdown(message);
        post.send(Letter.json(to, body.toString()), reply -> receipt.accept(reply.receipt(answers::errcode)));
    }

    private static ObjectNode text(NoticeMessage message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("msgtype", "text");
        ObjectNode text = body.putObject("text").put("content", Wording.plain(message, LONGEST_TEXT));
        List<String> called = called(message);
        if (!called.isEmpty()) {
            boolean numbers = called.stream().allMatch(one -> one.matches("\\+?[0-9]{5,15}"));
            called.forEach(text.putArray(numbers ? "mentioned_mobile_list" : "mentioned_list")::add);
        }
        return body;
    }

    private static ObjectNode markdown(NoticeMessage message) {
        StringBuilder calls = new StringBuilder();
        called(message).forEach(one -> calls.append("\n<@").append(one).append('>'));
        int room = LONGEST_MARKDOWN - calls.length() * 3;
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("msgtype", "markdown");
        body.putObject("markdown").put("content", Markdown.of(message, room) + calls);
        return body;
    }

    private static List<String> called(NoticeMessage message) {
        return Arrays.stream(message.to().split("\\s+", -1))
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
