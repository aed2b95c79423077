package io.stackwatch.gateway.notice.sms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stackwatch.gateway.notice.post.HttpBench;
import java.util.HashMap;
import java.util.Map;

/** Short messages over an own gateway. */
class PlainSmsTest extends SmsChannelContract {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    protected Bench bench() {
        return new Gateway();
    }

    @Override
    Map<String, String> slots(HttpBench.Seen request) {
        Map<String, String> slots = new HashMap<>();
        read(request)
                .path("params")
                .fields()
                .forEachRemaining(
                        slot -> slots.put(slot.getKey(), slot.getValue().asText()));
        return slots;
    }

    private static JsonNode read(HttpBench.Seen request) {
        try {
            return JSON.readTree(request.body());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static final class Gateway extends HttpBench {

        Gateway() {
            super((post, home) -> new SmsChannel(NAME, post, new PlainSms(home, "token"), texts()));
        }

        @Override
        public String address() {
            return PHONE;
        }

        @Override
        protected Answer answer(Seen request, Behaviour now) {
            return switch (now) {
                case GARBLED -> new Answer(302, "");
                case REFUSES_US -> new Answer(401, "");
                case BUSY -> new Answer(429, "");
                default -> new Answer(code(request), "");
            };
        }

        private static int code(Seen request) {
            JsonNode body = read(request);
            boolean whole = body.path("phone").asText().equals(PHONE)
                    && body.path("signName").asText().equals("聊城生态环境")
                    && body.path("template").asText().startsWith("SMS_");
            return !"Bearer token".equals(request.headers().get("authorization")) ? 401 : whole ? 202 : 400;
        }
    }
}
