package io.stackwatch.gateway.notice.sms;

import io.stackwatch.gateway.notice.post.HttpBench;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

class AliyunSmsByAcs3Test extends AliyunSmsContract {

    private static final Pattern AUTHORIZATION =
            Pattern.compile("ACS3-HMAC-SHA256 Credential=keyId,SignedHeaders=([a-z0-9;-]+),Signature=([0-9a-f]{64})");

    @Override
    AliyunSigning signing() {
        return AliyunSigning.ACS3_HMAC_SHA256;
    }

    @Override
    String parameters(HttpBench.Seen request) {
        return request.query();
    }

    @Override
    String nonce(HttpBench.Seen request) {
        return request.headers().get("x-acs-signature-nonce");
    }

    /** Made of what arrived: the headers that are named, in the order in which they are named. */
    @Override
    boolean signed(HttpBench.Seen request) {
        Matcher given = AUTHORIZATION.matcher(request.headers().get("authorization"));
        if (!given.matches()) {
            return false;
        }
        StringBuilder canonical = new StringBuilder("POST\n/\n" + request.query() + "\n");
        for (String name : given.group(1).split(";", -1)) {
            canonical
                    .append(name)
                    .append(':')
                    .append(request.headers().get(name))
                    .append('\n');
        }
        canonical.append('\n').append(given.group(1)).append('\n').append(sha256(request.body()));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("keySecret".getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            byte[] right = mac.doFinal(
                    ("ACS3-HMAC-SHA256\n" + sha256(canonical.toString())).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(right).equals(given.group(2))
                    && given.group(1).contains("host;x-acs-action;x-acs-content-sha256;x-acs-date");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
