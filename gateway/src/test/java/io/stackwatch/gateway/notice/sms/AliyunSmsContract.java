package io.stackwatch.gateway.notice.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.gateway.notice.post.HttpBench;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Short messages over Aliyun, for either way of signing, against a server that checks signature and nonce. */
abstract class AliyunSmsContract extends SmsChannelContract {

    static final ObjectMapper JSON = new ObjectMapper();
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T02:00:00Z"), ZoneOffset.UTC);
    static final AliyunKey KEY = new AliyunKey("keyId", "keySecret");

    abstract AliyunSigning signing();

    /** Whether the signature of a request is right, by a calculation of the test's own. */
    abstract boolean signed(HttpBench.Seen request);

    /** Where the parameters stand. */
    abstract String parameters(HttpBench.Seen request);

    /** A value that the server must not see twice. */
    abstract String nonce(HttpBench.Seen request);

    @Override
    protected Bench bench() {
        return new Aliyun();
    }

    @Override
    @SuppressWarnings("unchecked")
    Map<String, String> slots(HttpBench.Seen request) {
        try {
            return JSON.readValue(pairs(parameters(request)).get("TemplateParam"), HashMap.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void aCodeOfTheMessageIsReadWhateverTheStatus() throws InterruptedException {
        Aliyun aliyun = (Aliyun) standing();
        aliyun.says(200, "isv.MOBILE_NUMBER_ILLEGAL");
        assertEquals(DeliveryFault.UNKNOWN_ADDRESS, told(message(1)).fault().orElseThrow());
        aliyun.says(400, "SignatureDoesNotMatch");
        assertEquals(DeliveryFault.NOT_ADMITTED, told(message(1)).fault().orElseThrow());
        aliyun.says(200, "isv.A_CODE_OF_NEXT_YEAR");
        assertEquals(DeliveryFault.FAULT_THERE, told(message(1)).fault().orElseThrow());
    }

    @Test
    void theNumberOfTheOperatorIsKept() throws InterruptedException {
        assertEquals("BizId=900619746936498440^0", told(message(1)).reference());
    }

    static Map<String, String> pairs(String query) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int is = pair.indexOf('=');
            pairs.put(pair.substring(0, is), URLDecoder.decode(pair.substring(is + 1), StandardCharsets.UTF_8));
        }
        return pairs;
    }

    private final class Aliyun extends HttpBench {

        private final Set<String> nonces = new HashSet<>();
        private Answer fixed = new Answer(0, "");

        Aliyun() {
            super((post, home) -> new SmsChannel(
                    NAME,
                    post,
                    new AliyunSms(home.resolve("/"), KEY, signing(), CLOCK, () -> UUID.randomUUID()
                            .toString()),
                    texts()));
        }

        void says(int status, String code) {
            fixed = new Answer(status, "{\"Code\":\"" + code + "\",\"Message\":\"\"}");
        }

        @Override
        public String address() {
            return PHONE;
        }

        @Override
        protected synchronized Answer answer(Seen request, Behaviour now) {
            if (fixed.status() > 0) {
                return fixed;
            }
            return switch (now) {
                case GARBLED -> new Answer(200, "{\"RequestId\":\"1\"}");
                case REFUSES_US -> new Answer(404, "{\"Code\":\"InvalidAccessKeyId.NotFound\"}");
                case BUSY -> new Answer(200, "{\"Code\":\"isv.BUSINESS_LIMIT_CONTROL\"}");
                default -> whole(request);
            };
        }

        private Answer whole(Seen request) {
            Map<String, String> pairs = pairs(parameters(request));
            if (!signed(request)) {
                return new Answer(400, "{\"Code\":\"SignatureDoesNotMatch\"}");
            }
            if (!nonces.add(nonce(request))) {
                return new Answer(400, "{\"Code\":\"SignatureNonceUsed\"}");
            }
            boolean good = PHONE.equals(pairs.get("PhoneNumbers"))
                    && pairs.getOrDefault("TemplateCode", "").startsWith("SMS_")
                    && "聊城生态环境".equals(pairs.get("SignName"));
            return good
                    ? new Answer(200, "{\"Code\":\"OK\",\"Message\":\"OK\",\"BizId\":\"900619746936498440^0\"}")
                    : new Answer(200, "{\"Code\":\"isv.INVALID_PARAMETERS\"}");
        }
    }
}
