package io.stackwatch.connectors.hj212.session;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Network addresses from which a station may speak: one address or a CIDR range (RFC 4632, RFC 4291).
 *
 * <p>Names are not taken: nothing here asks a name server. Immutable.
 *
 * @param network the address, or the first one of the range
 * @param bits how many of its leading bits a peer's address must share
 */
public record PeerRange(InetAddress network, int bits) {

    private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int BYTE = 8;
    private static final int LONGEST = 49;

    /**
     * Reads {@code 10.1.2.3}, {@code 10.1.0.0/16}, {@code 2001:db8::/32}.
     *
     * @throws IllegalArgumentException if it is none of these, or has bits behind those that count
     */
    public static PeerRange of(String text) {
        int slash = text.indexOf('/');
        InetAddress network = literal(slash < 0 ? text : text.substring(0, slash));
        int all = network.getAddress().length * BYTE;
        int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > all || hasBitsBehind(network.getAddress(), bits)) {
            throw new IllegalArgumentException("not a range of addresses: " + text);
        }
        return new PeerRange(network, bits);
    }

    /** Whether a peer, {@code host:port}, speaks from here. */
    public boolean contains(String peer) {
        int colon = peer.lastIndexOf(':');
        String host = colon > 0 ? peer.substring(0, colon) : peer;
        int scope = host.indexOf('%');
        byte[] address;
        try {
            address = literal(scope < 0 ? host : host.substring(0, scope)).getAddress();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
        byte[] mine = network.getAddress();
        if (address.length != mine.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (isSet(address, bit) != isSet(mine, bit)) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #of} reads it. */
    @Override
    public String toString() {
        String host = network.getHostAddress();
        return bits == network.getAddress().length * BYTE ? host : host + "/" + bits;
    }

    private static InetAddress literal(String host) {
        boolean v4 = host.length() <= LONGEST && V4.matcher(host).matches();
        if (!v4 && (host.length() > LONGEST || !V6.matcher(host).matches())) {
            throw new IllegalArgumentException("not an address: " + host);
        }
        try {
            if (v4) {
                for (String part : host.split("\\.", -1)) {
                    if (Integer.parseInt(part) > 255) {
                        throw new IllegalArgumentException("not an address: " + host);
                    }
                }
            }
            return InetAddress.getByName(host);
        } catch (UnknownHostException unreadable) {
            throw new IllegalArgumentException("not an address: " + host, unreadable);
        }
    }

    private static boolean hasBitsBehind(byte[] address, int bits) {
        for (int bit = bits; bit < address.length * BYTE; bit++) {
            if (isSet(address, bit)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSet(byte[] address, int bit) {
        return (address[bit / BYTE] >> (BYTE - 1 - bit % BYTE) & 1) == 1;
    }
}
