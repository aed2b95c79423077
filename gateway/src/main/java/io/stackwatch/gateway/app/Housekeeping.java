package io.stackwatch.gateway.app;

import io.stackwatch.gateway.journal.segment.SegmentJournal;
import io.stackwatch.gateway.registry.LiveRegistry;
import io.stackwatch.gateway.timetable.WakeUp;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be done now and then and decides nothing: sees imports of other processes, lets old segments go. */
final class Housekeeping implements WakeUp {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration REGISTRY_EVERY = Duration.ofSeconds(30);
    private static final Duration RETENTION_EVERY = Duration.ofHours(6);

    private final LiveRegistry registry;
    private final SegmentJournal journal;
    private Instant nextRefresh = Instant.MIN;
    private Instant nextRetention = Instant.MIN;

    Housekeeping(LiveRegistry registry, SegmentJournal journal) {
        this.registry = registry;
        this.journal = journal;
    }

    @Override
    public void fire(Instant now) {
        if (!now.isBefore(nextRefresh)) {
            nextRefresh = now.plus(REGISTRY_EVERY);
            registry.refresh();
        }
        if (!now.isBefore(nextRetention)) {
            nextRetention = now.plus(RETENTION_EVERY);
            letOldSegmentsGo(now);
        }
    }

    private void letOldSegmentsGo(Instant now) {
        try {
            journal.applyRetention(now);
        } catch (IOException failed) {
            LOG.error("journal=retention failed, tried again in {}", RETENTION_EVERY, failed);
        }
    }
}
