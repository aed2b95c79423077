package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.AlarmEvent;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.notice.NotifyDecision;
import java.util.Optional;

/**
 * An event of an alarm with its number among all events of the city.
 *
 * @param number from 1, increasing; a listener continues behind the last one that it saw
 * @param alarm which alarm
 * @param event what happened, with the journal records that it rests on
 * @param decision whether anybody is told; one decision for all that one cause did to an alarm, at the last of those events
 */
public record NumberedEvent(long number, AlarmId alarm, AlarmEvent event, Optional<NotifyDecision> decision) {}
