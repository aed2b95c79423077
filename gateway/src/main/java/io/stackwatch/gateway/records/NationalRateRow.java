package io.stackwatch.gateway.records;

import io.stackwatch.core.supervision.NationalRate;

/**
 * A rate of the national centre as somebody entered it; never changed, a later number of the same outlet and month counts instead.
 *
 * @param number in the order in which they were entered, from 1
 * @param rate what the centre says
 * @param document where it says so
 * @param act who entered it, when and why
 */
public record NationalRateRow(long number, NationalRate rate, String document, Act act) {}
