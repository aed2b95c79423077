package io.stackwatch.gateway.notice.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.Receipt;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came back.
 *
 * @param status of HTTP; 0 if none came
 * @param body what was answered; empty if nothing
 * @param fault why no answer came; empty if one did
 * @param why the kind of fault, for the log
 */
public record Reply(int status, String body, Optional<DeliveryFault> fault, String why) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply answered(int status, String body) {
        return new Reply(status, body, Optional.empty(), "");
    }

    static Reply failed(DeliveryFault fault, Throwable cause) {
        // never the message: it may name the whole address
        return new Reply(0, "", Optional.of(fault), cause.getClass().getSimpleName());
    }

    /** The receipt of an interface that answers with JSON and status 200; {@code reading} is asked then. */
    public Receipt receipt(Function<JsonNode, Receipt> reading) {
        if (fault.isPresent()) {
            return Receipt.failed(fault.get(), why);
        }
        if (status < 200 || status > 299) {
            return Receipt.failed(faultOf(status), "http=" + status);
        }
        return json().map(reading).orElseGet(() -> Receipt.failed(DeliveryFault.UNREADABLE_ANSWER, "http=" + status));
    }

    /** The receipt of an interface whose status says it all. */
    public Receipt receipt() {
        if (fault.isPresent()) {
            return Receipt.failed(fault.get(), why);
        }
        return status >= 200 && status <= 299
                ? Receipt.accepted("http=" + status)
                : Receipt.failed(faultOf(status), "http=" + status);
    }

    /** The body as JSON with fields; empty if it is none. */
    public Optional<JsonNode> json() {
        try {
            return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    /** What a status says that is not a success. */
    private static DeliveryFault faultOf(int status) {
        return switch (status) {
            case 401, 403, 407 -> DeliveryFault.NOT_ADMITTED;
            case 404, 410 -> DeliveryFault.UNKNOWN_ADDRESS;
            case 400, 413, 414, 415, 422, 431 -> DeliveryFault.CONTENT_REFUSED;
            case 429 -> DeliveryFault.TOO_MANY;
            case 408, 425 -> DeliveryFault.FAULT_THERE;
            default -> status >= 500 ? DeliveryFault.FAULT_THERE : DeliveryFault.UNREADABLE_ANSWER;
        };
    }
}
