package io.stackwatch.gateway.history;

import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.gateway.journal.JournalRecord;
import java.util.List;

/**
 * What a journal record says that belongs into a chart.
 *
 * <p>The same record gives the same entries, so that the history can be rebuilt. A record that says nothing (refused,
 * quarantined, no outlet known, another command) gives an empty list.
 */
@FunctionalInterface
public interface RecordEntries {

    List<ReadingLog.Entry> of(JournalRecord record);
}
