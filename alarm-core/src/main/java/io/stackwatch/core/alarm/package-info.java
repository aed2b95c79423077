/**
 * Who must know, and once: alarms, their key, their states, and the episodes they grow from.
 *
 * <p>Belongs here: how verdicts and missing hours become alarm events. Does not belong here: messages to people ({@code notice}), cases ({@code enforcement}).
 */
@NullMarked
package io.stackwatch.core.alarm;

import org.jspecify.annotations.NullMarked;
