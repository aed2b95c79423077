/**
 * One file, {@code stackwatch.yaml}, every key overridable by environment, all of it checked before anything starts.
 *
 * <p>Belongs here: reading, checking and naming settings. Does not belong here: what a setting does; rules and limits,
 * which are rows with dates and not settings.
 */
@NullMarked
package io.stackwatch.gateway.config;

import org.jspecify.annotations.NullMarked;
