package io.stackwatch.gateway.keys;

import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.core.registry.Mn;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals station keys with AES-256 in Galois/Counter mode, each bound to its station and number: a sealed key that was moved
 * to another row does not open.
 *
 * <p>A sealed key is {@code 1:} and hexadecimal: nonce (12 bytes), ciphertext, tag (16 bytes). Immutable, safe for use by
 * several threads; shows itself to nobody.
 */
final class MasterKey {

    /** Bytes of the key. */
    static final int LENGTH = 32;

    /** Bytes of a nonce, a new one for every key that is sealed. */
    static final int NONCE = 12;

    private static final int TAG_BITS = 128;
    private static final String FORMAT = "1:";

    private final SecretKey secret;

    /** A master key of 32 bytes, which are copied. */
    MasterKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a master key has " + LENGTH + " bytes, not " + bytes.length);
        }
        this.secret = new SecretKeySpec(bytes, "AES");
    }

    /** Seals a station's key under its number. The nonce must never have been used with this master key before. */
    String seal(StationKey key, Mn station, int number, byte[] nonce) {
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, 0, station, number)
                    .doFinal(key.characters().getBytes(StandardCharsets.US_ASCII));
            HexFormat hex = HexFormat.of();
            return FORMAT + hex.formatHex(nonce) + hex.formatHex(sealed);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("every Java platform has AES/GCM", broken);
        }
    }

    /** Opens what {@link #seal} made; empty if it was sealed under another master key, for another row, or was changed. */
    Optional<StationKey> open(String sealed, Mn station, int number) {
        try {
            byte[] bytes = HexFormat.of().parseHex(sealed.substring(FORMAT.length()));
            if (!sealed.startsWith(FORMAT) || bytes.length < NONCE) {
                return Optional.empty();
            }
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, bytes, 0, station, number).doFinal(bytes, NONCE, bytes.length - NONCE);
            return Optional.of(StationKey.of(new String(plain, StandardCharsets.US_ASCII)));
        } catch (AEADBadTagException | IllegalArgumentException | StringIndexOutOfBoundsException notOurs) {
            return Optional.empty();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("every Java platform has AES/GCM", broken);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, int at, Mn station, int number) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce, at, NONCE));
        cipher.updateAAD(("stackwatch station key " + number + " of " + station).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    @Override
    public String toString() {
        return "MasterKey[hidden]";
    }
}
