package io.stackwatch.gateway.notice.sms;

import io.stackwatch.gateway.notice.post.HttpBench;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

class AliyunSmsByHmacSha1Test extends AliyunSmsContract {

    @Override
    AliyunSigning signing() {
        return AliyunSigning.HMAC_SHA1;
    }

    @Override
    String parameters(HttpBench.Seen request) {
        return request.body();
    }

    @Override
    String nonce(HttpBench.Seen request) {
        return pairs(request.body()).get("SignatureNonce");
    }

    /** The pairs as they came, sorted, without the signature; every reserved sign of them escaped once more. */
    @Override
    boolean signed(HttpBench.Seen request) {
        String sorted = Arrays.stream(request.body().split("&", -1))
                .filter(pair -> !pair.startsWith("Signature="))
                .sorted()
                .collect(Collectors.joining("&"));
        String text =
                "POST&%2F&" + sorted.replace("%", "%25").replace("=", "%3D").replace("&", "%26");
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec("keySecret&".getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            String right = Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
            return right.equals(pairs(request.body()).get("Signature"))
                    && "2026-12-01T02:00:00Z".equals(pairs(request.body()).get("Timestamp"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
