package io.stackwatch.gateway.notice.wecom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.gateway.notice.NoticeChannelContract;
import io.stackwatch.gateway.notice.post.HttpBench;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The robot of WeCom against a server that checks what the real one checks. */
class WeComRobotTest extends NoticeChannelContract {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    protected Bench bench() {
        return new WeCom(WeComRobot.Form.MARKDOWN);
    }

    @Test
    void markdownNamesLevelTitleFactsAndNumberAndCallsWhoIsNamed() throws Exception {
        NoticeMessage message = message(3);
        told(message);
        JsonNode body = JSON.readTree(((WeCom) standing()).seen().get(0).body());
        String content = body.path("markdown").path("content").asText();
        assertTrue(content.startsWith("### 【红色】排放口 DA3"), content);
        assertTrue(content.contains("> 小时均值:12.3 mg/m³"), content);
        assertTrue(content.contains("编号:" + message.id()), content);
        assertTrue(content.endsWith("\n<@zhangsan>"), content);
    }

    @Test
    void textCallsTelephoneNumbers() throws Exception {
        try (WeCom text = new WeCom(WeComRobot.Form.TEXT)) {
            NoticeMessage message = new NoticeMessage(
                    message(1).id(),
                    message(1).tells(),
                    "13800000000 13900000000",
                    message(1).text());
            assertTrue(told(text.channel(), message).state().told());
            JsonNode body = JSON.readTree(text.seen().get(0).body()).path("text");
            assertEquals(
                    "[\"13800000000\",\"13900000000\"]",
                    body.path("mentioned_mobile_list").toString());
            assertFalse(body.has("mentioned_list"));
            assertTrue(body.path("content").asText().contains(message.id().value()));
        }
    }

    /** The server's rules: a key, a known form, content that is not too long; {@code errcode} says the rest. */
    private static final class WeCom extends HttpBench {

        WeCom(WeComRobot.Form form) {
            super((post, home) -> new WeComRobot(NAME, post, home, "a key", form));
        }

        @Override
        public String address() {
            return "zhangsan";
        }

        @Override
        protected Answer answer(Seen request, Behaviour now) {
            return switch (now) {
                case GARBLED -> new Answer(200, "<html>maintenance</html>");
                case REFUSES_US -> new Answer(200, "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}");
                case BUSY -> new Answer(200, "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}");
                default -> new Answer(200, "{\"errcode\":" + code(request) + ",\"errmsg\":\"\"}");
            };
        }

        private static int code(Seen request) {
            try {
                JsonNode body = JSON.readTree(request.body());
                String form = body.path("msgtype").asText();
                String content = body.path(form).path("content").asText();
                int most = form.equals("markdown") ? 4_096 : 2_048;
                if (!request.query().equals("key=a%20key") || !request.method().equals("POST")) {
                    return 93000;
                }
                return content.getBytes(StandardCharsets.UTF_8).length > most ? 45002 : content.isEmpty() ? 44004 : 0;
            } catch (JsonProcessingException unreadable) {
                return 40058;
            }
        }
    }
}
