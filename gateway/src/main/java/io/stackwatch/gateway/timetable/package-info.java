/**
 * The wake-ups: Quartz calls, rows decide.
 *
 * <p>Belongs here: triggers and their misfire policies. Does not belong here: any rule; a job is one call.
 */
@NullMarked
package io.stackwatch.gateway.timetable;

import org.jspecify.annotations.NullMarked;
