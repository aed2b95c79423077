package io.stackwatch.gateway.access;

import io.stackwatch.core.exceedance.RuleParameters;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) as PHC string. Every call takes tens of milliseconds and {@code memory} KiB: callers bound how many there are at a
 * time.
 *
 * @param memory in KiB
 * @param passes over it
 * @param lanes side by side
 */
record PasswordHash(int memory, int passes, int lanes) {

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int MOST_MEMORY = 1 << 20;
    private static final int MOST_PASSES = 64;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([\\w+/]{11,86})\\$([\\w+/]{22,86})");
    private static final Base64.Encoder TEXT = Base64.getEncoder().withoutPadding();

    PasswordHash {
        if (memory < 8 * lanes || memory > MOST_MEMORY || passes < 1 || passes > MOST_PASSES || lanes < 1) {
            throw new IllegalArgumentException("argon2id with m=" + memory + " t=" + passes + " p=" + lanes);
        }
    }

    /** As the parameters say at an instant. */
    static PasswordHash at(RuleParameters parameters, Instant instant) {
        return new PasswordHash(
                parameters.count("hash.memory", instant),
                parameters.count("hash.passes", instant),
                parameters.count("hash.lanes", instant));
    }

    /** The hash of a password, to be kept. */
    String of(String password, Tokens tokens) {
        byte[] salt = tokens.bytes(SALT);
        return "$argon2id$v=19$m=" + memory + ",t=" + passes + ",p=" + lanes + "$" + TEXT.encodeToString(salt) + "$"
                + TEXT.encodeToString(digest(password, salt, HASH));
    }

    /** Whether a kept hash is that of a password, at the cost that the hash names. */
    static boolean matches(String kept, String password) {
        Matcher parts = PHC.matcher(kept);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a kept hash is no argon2id PHC string");
        }
        PasswordHash cost = new PasswordHash(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] found = cost.digest(password, Base64.getDecoder().decode(parts.group(4)), expected.length);
        return MessageDigest.isEqual(expected, found);
    }

    private byte[] digest(String password, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] digest = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), digest);
        return digest;
    }
}
