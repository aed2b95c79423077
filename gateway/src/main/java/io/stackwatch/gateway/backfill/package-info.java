/**
 * Asking loggers for the hours that are due and missing (补传).
 *
 * <p>Belongs here: looking at what is missing, asking through {@link io.stackwatch.gateway.backfill.HistoryRequests}, and
 * keeping what came of it. Does not belong here: when to ask and when to give up ({@code core.transmission.BackFill}), how a
 * request is sent and answered ({@code gateway.exchange}), and what the hours that come are worth ({@code judgement}).
 */
@NullMarked
package io.stackwatch.gateway.backfill;

import org.jspecify.annotations.NullMarked;
