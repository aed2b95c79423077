package io.stackwatch.core.alarm;

import java.time.Instant;

/**
 * The last time that a station began to speak differently.
 *
 * @param at when it was heard
 * @param matter in which respect
 * @param was how it spoke before
 * @param became how it speaks since
 * @param now the moment
 */
public record ChangeCase(Instant at, String matter, String was, String became, Instant now) {}
