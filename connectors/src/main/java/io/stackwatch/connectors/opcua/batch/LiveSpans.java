package io.stackwatch.connectors.opcua.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For each node, from which value to which it came live while a cut is open: a reading of history that begins anew, because the
 * line was cut again, must not bring these a second time. Not safe for use by several threads.
 */
final class LiveSpans {

    /** Spans of a node that are told apart; with more cuts in an open cut the oldest are forgotten, and some values may come twice. */
    private static final int MOST = 64;

    private final Map<String, List<Span>> nodes = new HashMap<>();
    /** Grows with every cut: a span does not reach across one. */
    private int stretch;

    void cut() {
        stretch++;
    }

    void clear() {
        nodes.clear();
    }

    void add(String node, Instant time) {
        List<Span> spans = nodes.computeIfAbsent(node, added -> new ArrayList<>(2));
        Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        if (last == null || last.stretch != stretch) {
            if (spans.size() == MOST) {
                spans.remove(0);
            }
            spans.add(new Span(stretch, time));
        } else if (time.isAfter(last.to)) {
            last.to = time;
        }
    }

    boolean covers(String node, Instant time) {
        @Nullable List<Span> spans = nodes.get(node);
        return spans != null && spans.stream().anyMatch(span -> span.covers(time));
    }

    private static final class Span {

        private final int stretch;
        private final Instant from;
        private Instant to;

        Span(int stretch, Instant time) {
            this.stretch = stretch;
            this.from = time;
            this.to = time;
        }

        boolean covers(Instant time) {
            return !time.isBefore(from) && !time.isAfter(to);
        }
    }
}
