package io.stackwatch.gateway.access;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that somebody was not let in, a few times a minute at the most; never who he said he was. Safe for use by several threads. */
final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final int MOST = 10;
    private static final int MINUTE = 60;

    private long minute;
    private int told;
    private long silent;

    synchronized void refused(String why, Peer peer, Instant now) {
        long current = now.getEpochSecond() / MINUTE;
        if (current != minute) {
            minute = current;
            told = 0;
        }
        if (told++ < MOST) {
            LOG.warn("sign-in refused; peer={} why={} untold={}", peer.address(), why, silent);
            silent = 0;
        } else {
            silent++;
        }
    }
}
