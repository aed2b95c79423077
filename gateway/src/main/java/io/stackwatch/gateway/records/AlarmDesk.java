package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.AlarmId;
import java.time.Instant;

/** What an officer can do to alarms. Safe for use by several threads; blocks on the store. */
@FunctionalInterface
public interface AlarmDesk {

    /** Notes that a named person has seen an alarm; the note must not be blank. */
    AcknowledgeOutcome acknowledge(AlarmId alarm, String who, String note, Instant at);
}
