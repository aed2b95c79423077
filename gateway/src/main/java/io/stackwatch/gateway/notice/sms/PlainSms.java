package io.stackwatch.gateway.notice.sms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackwatch.core.notice.Receipt;
import io.stackwatch.gateway.notice.post.Letter;
import io.stackwatch.gateway.notice.post.Reply;
import java.net.URI;
import java.util.Map;

/**
 * An own gateway for short messages: JSON with a bearer token; any answer of 2xx says that it has taken the message.
 * A city's gateway that speaks otherwise is reached over a small program that translates.
 */
public final class PlainSms implements SmsInterface {

    private final URI to;
    private final String token;

    public PlainSms(URI to, String token) {
        this.to = to;
        this.token = token;
    }

    @Override
    public Letter letter(Order order) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", order.id().value())
                .put("phone", order.phone())
                .put("signName", order.signName())
                .put("template", order.template());
        ObjectNode slots = body.putObject("params");
        order.slots().forEach(slots::put);
        return new Letter(
                to,
                Map.of("Content-Type", "application/json; charset=utf-8", "Authorization", "Bearer " + token),
                body.toString());
    }

    @Override
    public Receipt receipt(Reply reply) {
        return reply.receipt();
    }
}
