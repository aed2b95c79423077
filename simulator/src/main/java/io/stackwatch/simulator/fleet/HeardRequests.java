package io.stackwatch.simulator.fleet;

import io.stackwatch.connectors.hj212.codec.Frame;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The last requests that were answered rightly on the present connection: a host that missed the 9011 sends the same bytes
 * again (HJ 212-2017 6.2). On another connection nobody knows what it heard. Lives in the fleet's context.
 */
final class HeardRequests {

    private static final int BOUND = 32;

    private final Set<String> requests = new LinkedHashSet<>();

    boolean has(Frame frame) {
        return requests.contains(text(frame));
    }

    void add(Frame frame) {
        requests.add(text(frame));
        if (requests.size() > BOUND) {
            Iterator<String> oldest = requests.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    void clear() {
        requests.clear();
    }

    private static String text(Frame frame) {
        return new String(frame.bytes(), StandardCharsets.ISO_8859_1);
    }
}
