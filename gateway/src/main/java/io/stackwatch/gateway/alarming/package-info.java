/**
 * Who is told of an alarm, when, and again: reads the events of alarms with a cursor of its own, keeps the timers of escalation, and writes notices
 * into the outbox.
 *
 * <p>Belongs here: the sweep, the words of notices about alarms, the story of who was told. Does not belong here: when an alarm is raised
 * ({@code judgement} and others), and how a notice reaches people ({@code notice}).
 */
@NullMarked
package io.stackwatch.gateway.alarming;

import org.jspecify.annotations.NullMarked;
