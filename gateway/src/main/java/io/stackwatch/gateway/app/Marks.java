package io.stackwatch.gateway.app;

import io.stackwatch.gateway.journal.segment.JournalState;
import io.stackwatch.gateway.journal.segment.SegmentJournal;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.marking.MarkDesk;
import io.stackwatch.gateway.marking.OwnOutages;
import io.stackwatch.gateway.marking.ProofShelf;
import io.stackwatch.gateway.marking.StoredMarks;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.LiveRegistry;
import java.time.Clock;

/**
 * Marks and own outages, put together.
 *
 * @param desk where marks are filed and decided
 * @param outages gives signs of life; has been woken once, so that an outage is known before anything is judged
 */
record Marks(MarkDesk desk, OwnOutages outages) {

    private static final int LONGEST_PROOF_BYTES = 5 << 20;

    static Marks open(
            DataFolder folder,
            RecordStore store,
            LiveRegistry registry,
            JudgementRules rules,
            SegmentJournal journal,
            EventSignal signal,
            Clock clock,
            double clockScale) {
        OwnOutages outages = new OwnOutages(
                store,
                registry::snapshot,
                () -> journal.gauges().state() == JournalState.ACCEPTING,
                rules.parameters(),
                clockScale);
        outages.fire(clock.instant());
        return new Marks(
                new StoredMarks(
                        store,
                        registry::snapshot,
                        rules,
                        new ProofShelf(folder.proofs(), LONGEST_PROOF_BYTES),
                        signal,
                        clock),
                outages);
    }
}
