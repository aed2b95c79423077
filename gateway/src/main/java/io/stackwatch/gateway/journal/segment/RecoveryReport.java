package io.stackwatch.gateway.journal.segment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What opening a journal found and did.
 *
 * @param head the last sequence number that is kept
 * @param tail the first one
 * @param segments how many segments there are
 * @param tornBytes bytes of unfinished, never acknowledged records that were cut off behind the head
 * @param damage what the disk has lost of records that had been durable, in words with sequence numbers; they stay missing
 * @param rebuiltIndexes how many index files were made anew
 * @param took how long it took
 */
public record RecoveryReport(
        long head, long tail, int segments, int tornBytes, List<String> damage, int rebuiltIndexes, Duration took) {

    public RecoveryReport {
        damage = List.copyOf(damage);
    }

    RecoveryReport withDamage(List<String> more) {
        List<String> all = new ArrayList<>(damage);
        all.addAll(more);
        return new RecoveryReport(head, tail, segments, tornBytes, all, rebuiltIndexes, took);
    }
}
