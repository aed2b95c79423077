package io.stackwatch.connectors.hj212.cipher;

import org.bouncycastle.crypto.engines.SM4Engine;
import org.jspecify.annotations.Nullable;

/**
 * SM4 (GB/T 32907) as HJ 212-2025 6.4 uses it: ECB without padding, whole groups of 16 bytes, the remainder in clear.
 *
 * <p>Holds one engine that is used again and remembers the last key; makes nothing else. For one thread at a time.
 */
final class Sm4 {

    /** Bytes of a group. */
    static final int GROUP = 16;

    private final SM4Engine engine = new SM4Engine();
    private @Nullable StationKey ready;
    private boolean readyToEncrypt;

    /** Writes the ciphertext of these bytes to a place in a target that has room; both may be the same array and place. */
    void encrypt(StationKey key, byte[] source, int from, int length, byte[] target, int to) {
        groups(true, key, source, from, length, target, to);
    }

    /** Writes the plaintext of these bytes to a place in a target that has room; both may be the same array and place. */
    void decrypt(StationKey key, byte[] source, int from, int length, byte[] target, int to) {
        groups(false, key, source, from, length, target, to);
    }

    private void groups(boolean encrypt, StationKey key, byte[] source, int from, int length, byte[] target, int to) {
        if (ready == null || !ready.equals(key) || readyToEncrypt != encrypt) {
            engine.init(encrypt, key.parameter());
            ready = key;
            readyToEncrypt = encrypt;
        }
        int whole = length / GROUP * GROUP;
        for (int at = 0; at < whole; at += GROUP) {
            engine.processBlock(source, from + at, target, to + at);
        }
        System.arraycopy(source, from + whole, target, to + whole, length - whole);
    }
}
