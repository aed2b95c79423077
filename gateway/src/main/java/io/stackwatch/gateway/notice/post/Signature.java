package io.stackwatch.gateway.notice.post;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed and plain digests of texts in UTF-8. */
public final class Signature {

    private Signature() {}

    /** HMAC with SHA-256. */
    public static byte[] hmacSha256(byte[] key, String text) {
        return hmac("HmacSHA256", key, text);
    }

    /** HMAC with SHA-256, the key in UTF-8. */
    public static byte[] hmacSha256(String key, String text) {
        return hmacSha256(key.getBytes(StandardCharsets.UTF_8), text);
    }

    /** HMAC with SHA-1, the key in UTF-8, for the one interface that still asks for it. */
    public static byte[] hmacSha1(String key, String text) {
        return hmac("HmacSHA1", key.getBytes(StandardCharsets.UTF_8), text);
    }

    /** SHA-256 in small hexadecimal digits. */
    public static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] hmac(String algorithm, byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
