package io.stackwatch.core.notice;

import io.stackwatch.core.alarm.AlarmId;
import java.time.Instant;

/**
 * That a step of escalation is due. There is one for each step of an alarm.
 *
 * @param alarm of which alarm
 * @param began when that alarm was raised, or reopened: the steps count from here
 * @param level which step
 * @param round 0 for the first time, and 1 more for each reminder
 * @param dueAt when
 */
public record EscalationTimer(AlarmId alarm, Instant began, int level, int round, Instant dueAt) {}
