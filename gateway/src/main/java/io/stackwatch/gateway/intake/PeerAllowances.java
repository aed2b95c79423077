package io.stackwatch.gateway.intake;

import io.stackwatch.gateway.intake.IntakeOptions.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bucket of tokens for every host, for the hosts that were heard last. Safe for several threads. */
final class PeerAllowances {

    private static final double NANOS = 1e9;

    private final Allowance allowance;
    private final Map<String, Bucket> buckets;

    PeerAllowances(Allowance allowance, int peers) {
        this.allowance = allowance;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > peers;
            }
        };
    }

    private static final class Bucket {
        private double tokens;
        private Instant filledAt;

        private Bucket(double tokens, Instant filledAt) {
            this.tokens = tokens;
            this.filledAt = filledAt;
        }
    }

    /** Whether the peer, {@code host:port}, may leave one more; ports of a host share what it has. */
    synchronized boolean takes(String peer, Instant now) {
        Bucket bucket = buckets.computeIfAbsent(host(peer), host -> new Bucket(allowance.burst(), now));
        if (now.isAfter(bucket.filledAt)) {
            double seconds = Duration.between(bucket.filledAt, now).toNanos() / NANOS;
            bucket.tokens = Math.min(allowance.burst(), bucket.tokens + seconds * allowance.perSecond());
            bucket.filledAt = now;
        }
        if (bucket.tokens < 1) {
            return false;
        }
        bucket.tokens--;
        return true;
    }

    private static String host(String peer) {
        int colon = peer.lastIndexOf(':');
        return colon > 0 ? peer.substring(0, colon) : peer;
    }
}
