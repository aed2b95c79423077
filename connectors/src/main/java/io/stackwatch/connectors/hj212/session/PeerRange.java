package io.stackwatch.connectors.hj212.session;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.StringJoiner;

/**
 * Network addresses from which a station may speak: one address or a CIDR range (RFC 4632, RFC 4291).
 *
 * <p>Read here and not by the network's classes: names are not taken, and nothing asks a name server. Immutable.
 *
 * @param network the address, or the first one of the range
 * @param length bits of an address of its kind: 32 or 128
 * @param bits how many of the leading bits a peer's address must share
 */
public record PeerRange(BigInteger network, int length, int bits) {

    private static final int SHORT = 32;
    private static final int LONG = 128;
    private static final int GROUPS = 8;
    private static final int BYTES = 4;

    /**
     * Reads {@code 10.1.2.3}, {@code 10.1.0.0/16}, {@code 2001:db8::/32}.
     *
     * @throws IllegalArgumentException if it is none of these, or has bits behind those that count
     */
    public static PeerRange of(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        int length = length(host);
        BigInteger network = address(host);
        int bits = slash < 0 ? length : number(text.substring(slash + 1), 10, length);
        if (network.getLowestSetBit() >= 0 && network.getLowestSetBit() < length - bits) {
            throw new IllegalArgumentException("not a range of addresses: " + text);
        }
        return new PeerRange(network, length, bits);
    }

    /** Whether a peer, {@code host:port}, speaks from here. */
    public boolean contains(String peer) {
        int colon = peer.lastIndexOf(':');
        String host = colon > 0 ? peer.substring(0, colon) : peer;
        int scope = host.indexOf('%');
        String plain = scope < 0 ? host : host.substring(0, scope);
        try {
            return length(plain) == length
                    && address(plain).shiftRight(length - bits).equals(network.shiftRight(length - bits));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** As {@link #of} reads it. */
    @Override
    public String toString() {
        StringJoiner host = new StringJoiner(length == SHORT ? "." : ":");
        int parts = length == SHORT ? BYTES : GROUPS;
        int width = length / parts;
        for (int part = parts - 1; part >= 0; part--) {
            int value = network.shiftRight(part * width).intValue() & ((1 << width) - 1);
            host.add(Integer.toString(value, length == SHORT ? 10 : 16));
        }
        return bits == length ? host.toString() : host + "/" + bits;
    }

    private static int length(String host) {
        return host.indexOf(':') < 0 ? SHORT : LONG;
    }

    private static BigInteger address(String host) {
        int[] parts = length(host) == SHORT ? bytes(host) : groups(host);
        int width = length(host) / parts.length;
        BigInteger address = BigInteger.ZERO;
        for (int part : parts) {
            address = address.shiftLeft(width).or(BigInteger.valueOf(part));
        }
        return address;
    }

    private static int[] bytes(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length != BYTES) {
            throw new IllegalArgumentException("not an address: " + host);
        }
        return Arrays.stream(parts).mapToInt(part -> number(part, 10, 0xFF)).toArray();
    }

    /** Groups of four hexadecimal digits; {@code ::} stands for as many zeros as are missing, once. */
    private static int[] groups(String host) {
        int gap = host.indexOf("::");
        if (gap < 0) {
            return exactly(GROUPS, host, parts(host));
        }
        int[] before = parts(host.substring(0, gap));
        int[] behind = parts(host.substring(gap + 2));
        if (before.length + behind.length >= GROUPS) {
            throw new IllegalArgumentException("not an address: " + host);
        }
        int[] groups = Arrays.copyOf(before, GROUPS);
        System.arraycopy(behind, 0, groups, GROUPS - behind.length, behind.length);
        return groups;
    }

    private static int[] exactly(int count, String host, int[] parts) {
        if (parts.length != count) {
            throw new IllegalArgumentException("not an address: " + host);
        }
        return parts;
    }

    private static int[] parts(String text) {
        return text.isEmpty()
                ? new int[0]
                : Arrays.stream(text.split(":", -1))
                        .mapToInt(part -> number(part, 16, 0xFFFF))
                        .toArray();
    }

    private static int number(String digits, int radix, int most) {
        boolean plain = !digits.isEmpty()
                && digits.length() <= 4
                && digits.chars().allMatch(digit -> Character.digit(digit, radix) >= 0 && digit < 0x80);
        int value = plain ? Integer.parseInt(digits, radix) : -1;
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("not part of an address: " + digits);
        }
        return value;
    }
}
