/**
 * What was decided, in SQL: registry, reports and verdicts with their versions, alarms, cases, deadlines, cursor places.
 *
 * <p>Belongs here: tables, statements and their rows, on SQLite and PostgreSQL with one SQL text. Does not belong here: any
 * decision; what is stored was decided in alarm-core and is put together in {@code judgement}. Instants are epoch
 * milliseconds, decimals are text.
 */
@NullMarked
package io.stackwatch.gateway.records;

import org.jspecify.annotations.NullMarked;
