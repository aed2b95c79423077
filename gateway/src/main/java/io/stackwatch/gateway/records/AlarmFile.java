package io.stackwatch.gateway.records;

import io.stackwatch.core.evidence.EvidenceRef;
import java.util.List;

/**
 * An alarm with all that happened to it.
 *
 * @param row the alarm
 * @param history its events, oldest first
 * @param evidence the journal records behind the events, in order of sequence, each once
 */
public record AlarmFile(AlarmRow row, List<NumberedEvent> history, List<EvidenceRef> evidence) {

    public AlarmFile {
        history = List.copyOf(history);
        evidence = List.copyOf(evidence);
    }
}
