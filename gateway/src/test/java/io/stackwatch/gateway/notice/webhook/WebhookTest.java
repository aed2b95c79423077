package io.stackwatch.gateway.notice.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.gateway.notice.NoticeChannelContract;
import io.stackwatch.gateway.notice.post.HttpBench;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A machine that takes notices and checks who sent them. */
class WebhookTest extends NoticeChannelContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-12-01T02:00:00.123Z");
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    @Override
    protected Bench bench() {
        return new Receiver();
    }

    @Test
    void itTellsWhatTheNoticeIsAboutSoThatAMachineCanLookItUp() throws Exception {
        NoticeMessage message = message(3);
        told(message);
        JsonNode body = JSON.readTree(((Receiver) standing()).seen().get(0).body());
        assertEquals(message.id().value(), body.path("id").asText());
        assertEquals("RED", body.path("level").asText());
        JsonNode notice = body.path("notices").get(0);
        assertEquals(
                message.tells().get(0).subject().id(), notice.path("subject").asText());
        assertEquals("ALARM", notice.path("subjectKind").asText());
        assertEquals("2026-12-01T02:00:00Z", notice.path("queuedAt").asText());
        assertEquals("12.3 mg/m³", body.path("facts").get(2).path("value").asText());
    }

    /** The worked example of the Standard Webhooks specification's libraries. */
    @Test
    void theSignatureIsThatOfTheSpecification() {
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                Webhook.signature(
                        Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        "1614265330",
                        "{\"test\": 2432232314}"));
    }

    private static final class Receiver extends HttpBench {

        Receiver() {
            super((post, home) -> new Webhook(
                    NAME,
                    post,
                    home,
                    "whsec_" + Base64.getEncoder().encodeToString(KEY),
                    Clock.fixed(NOW, ZoneOffset.UTC)));
        }

        @Override
        public String address() {
            return "duty";
        }

        @Override
        public Set<DeliveryFault> faults(Behaviour now) {
            // any 2xx is an answer, whatever stands in it
            return now == Behaviour.GARBLED ? Set.of() : super.faults(now);
        }

        @Override
        protected Answer answer(Seen request, Behaviour now) {
            return switch (now) {
                case GARBLED -> new Answer(204, "");
                case REFUSES_US -> new Answer(401, "");
                case BUSY -> new Answer(429, "");
                default -> new Answer(signed(request) ? 200 : 403, "");
            };
        }

        private static boolean signed(Seen request) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
                String text = request.headers().get("webhook-id") + ".1796090400." + request.body();
                String right =
                        "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
                assertTrue(request.headers().get("content-type").startsWith("application/json"));
                return right.equals(request.headers().get("webhook-signature"))
                        && "1796090400".equals(request.headers().get("webhook-timestamp"));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
