package io.stackwatch.gateway.notice.dingtalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.gateway.notice.NoticeChannelContract;
import io.stackwatch.gateway.notice.dingtalk.DingTalkRobot.Secrets;
import io.stackwatch.gateway.notice.post.HttpBench;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The robot of DingTalk against a server that checks the signature with a calculation of its own. */
class DingTalkRobotTest extends NoticeChannelContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-12-01T02:00:00.123Z");
    private static final String SECRET = "SEC0123456789abcdef";

    @Override
    protected Bench bench() {
        return new DingTalk(Optional.of(SECRET));
    }

    @Test
    void itCallsTelephoneNumbersInTheTextAndBesideIt() throws Exception {
        told(message(3));
        JsonNode body = JSON.readTree(((DingTalk) standing()).seen().get(0).body());
        assertTrue(body.path("markdown").path("title").asText().startsWith("【红色】排放口 DA3"));
        assertTrue(body.path("markdown").path("text").asText().endsWith("\n@13800000000"));
        assertEquals("[\"13800000000\"]", body.path("at").path("atMobiles").toString());
        assertFalse(body.path("at").path("isAtAll").asBoolean());
    }

    @Test
    void everybodyIsCalledWhereTheAddressSaysSo() throws Exception {
        NoticeMessage message = new NoticeMessage(
                message(1).id(), message(1).tells(), "@all", message(1).text());
        told(message);
        JsonNode body = JSON.readTree(((DingTalk) standing()).seen().get(0).body());
        assertTrue(body.path("at").path("isAtAll").asBoolean());
        assertEquals("[]", body.path("at").path("atMobiles").toString());
    }

    @Test
    void withoutASecretNothingIsSigned() throws Exception {
        try (DingTalk keyword = new DingTalk(Optional.empty())) {
            assertTrue(told(keyword.channel(), message(1)).state().told());
            assertEquals("access_token=token", keyword.seen().get(0).query());
        }
    }

    private static final class DingTalk extends HttpBench {

        private final Optional<String> secret;

        DingTalk(Optional<String> secret) {
            super((post, home) -> new DingTalkRobot(
                    NAME, post, home, new Secrets("token", secret), Clock.fixed(NOW, ZoneOffset.UTC)));
            this.secret = secret;
        }

        @Override
        public String address() {
            return "13800000000";
        }

        @Override
        protected Answer answer(Seen request, Behaviour now) {
            return switch (now) {
                case GARBLED -> new Answer(200, "[]");
                case REFUSES_US -> new Answer(200, "{\"errcode\":310000,\"errmsg\":\"sign not match\"}");
                case BUSY -> new Answer(200, "{\"errcode\":130101,\"errmsg\":\"send too fast\"}");
                default -> new Answer(200, "{\"errcode\":" + code(request) + ",\"errmsg\":\"\"}");
            };
        }

        private int code(Seen request) {
            Map<String, String> query = new HashMap<>();
            for (String pair : request.query().split("&", -1)) {
                int is = pair.indexOf('=');
                query.put(pair.substring(0, is), URLDecoder.decode(pair.substring(is + 1), StandardCharsets.UTF_8));
            }
            if (!"token".equals(query.get("access_token"))) {
                return 300001;
            }
            if (secret.isPresent() && !signature(secret.get()).equals(query.get("sign"))) {
                return 310000;
            }
            try {
                JsonNode body = JSON.readTree(request.body());
                boolean whole = body.path("msgtype").asText().equals("markdown")
                        && !body.path("markdown").path("title").asText().isEmpty();
                return !whole ? 40035 : request.body().getBytes(StandardCharsets.UTF_8).length > 20_000 ? 460101 : 0;
            } catch (JsonProcessingException unreadable) {
                return 40035;
            }
        }

        private static String signature(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return Base64.getEncoder()
                        .encodeToString(mac.doFinal(("1796090400123\n" + secret).getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
