package io.stackwatch.gateway.notice.sms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.Receipt;
import io.stackwatch.gateway.notice.post.AnswerCodes;
import io.stackwatch.gateway.notice.post.Letter;
import io.stackwatch.gateway.notice.post.Reply;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The interface of Aliyun's short message service (SendSms, version 2017-05-25). */
public final class AliyunSms implements SmsInterface {

    /** Where it listens. */
    public static final URI HOME = URI.create("https://dysmsapi.aliyuncs.com/");

    private static final String VERSION = "2017-05-25";
    private static final String ACTION = "SendSms";

    private final URI home;
    private final AliyunKey key;
    private final AliyunSigning signing;
    private final Clock wall;
    private final Supplier<String> nonces;
    private final AnswerCodes codes = AnswerCodes.of("aliyun-sms");

    /**
     * The interface.
     *
     * @param wall the real time: a request is valid for a quarter of an hour
     * @param nonces texts of which none comes twice
     */
    public AliyunSms(URI home, AliyunKey key, AliyunSigning signing, Clock wall, Supplier<String> nonces) {
        this.home = home;
        this.key = key;
        this.signing = signing;
        this.wall = wall;
        this.nonces = nonces;
    }

    @Override
    public Letter letter(Order order) {
        ObjectNode slots = JsonNodeFactory.instance.objectNode();
        order.slots().forEach(slots::put);
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "PhoneNumbers", order.phone(),
                "SignName", order.signName(),
                "TemplateCode", order.template(),
                "TemplateParam", slots.toString(),
                "OutId", order.id().value()));
        Instant now = wall.instant();
        return signing.sign(new AliyunRequest(home, ACTION, VERSION, parameters, now, nonces.get()), key);
    }

    /** Faults of an account come with a status of 4xx and a code, those of a message with 200 and one. */
    @Override
    public Receipt receipt(Reply reply) {
        return reply.fault().isPresent() || reply.json().isEmpty()
                ? reply.receipt(answer -> Receipt.failed(DeliveryFault.UNREADABLE_ANSWER, "no code"))
                : receipt(reply.json().get());
    }

    private Receipt receipt(JsonNode answer) {
        String code = answer.path("Code").asText("");
        if (code.isEmpty()) {
            return Receipt.failed(DeliveryFault.UNREADABLE_ANSWER, "no code");
        }
        return code.equals("OK")
                ? Receipt.accepted("BizId=" + answer.path("BizId").asText(""))
                : Receipt.failed(codes.fault(code), "Code=" + code);
    }
}
