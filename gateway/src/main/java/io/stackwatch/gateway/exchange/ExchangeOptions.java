package io.stackwatch.gateway.exchange;

import java.time.Duration;

/**
 * How long and how much is waited for.
 *
 * @param requestPatience how long a request may wait to be sent
 * @param controlPatience how long a control may wait to be released, and then to be sent
 * @param longest how long an exchange may go on after its first sending
 * @param waiting how many may be open at one station
 * @param otherQn whether an answer with another QN counts for the only request that waits (HJ 212-2017 C.43)
 * @param settle how long after a deadline an answer that arrived before it may still reach the journal's head
 * @param clockEvery how often a connected logger's clock is looked at
 * @param clockLimit the drift above which its clock is to be set
 * @param clockAutoSet whether it is set without a person
 */
public record ExchangeOptions(
        Duration requestPatience,
        Duration controlPatience,
        Duration longest,
        int waiting,
        boolean otherQn,
        Duration settle,
        Duration clockEvery,
        Duration clockLimit,
        boolean clockAutoSet) {

    public ExchangeOptions {
        for (Duration wait : new Duration[] {requestPatience, controlPatience, longest, clockEvery, clockLimit}) {
            if (wait.isNegative() || wait.isZero()) {
                throw new IllegalArgumentException("must be positive: " + wait);
            }
        }
        if (settle.isNegative()) {
            throw new IllegalArgumentException("settle must not be negative: " + settle);
        }
        if (waiting < 1 || waiting > 10_000) {
            throw new IllegalArgumentException("1 to 10000 may be open, not " + waiting);
        }
    }

    /** What is used when nothing is configured. The limit of 30 s is a public relay's (seen in the field). */
    public static ExchangeOptions defaults() {
        return new ExchangeOptions(
                Duration.ofHours(24),
                Duration.ofMinutes(10),
                Duration.ofHours(6),
                100,
                true,
                Duration.ofSeconds(1),
                Duration.ofHours(24),
                Duration.ofSeconds(30),
                false);
    }

    /** The same with other patience for requests and for controls. */
    public ExchangeOptions withPatience(Duration request, Duration control) {
        return new ExchangeOptions(
                request, control, longest, waiting, otherQn, settle, clockEvery, clockLimit, clockAutoSet);
    }

    /** The same with another number of open exchanges. */
    public ExchangeOptions withWaiting(int most) {
        return new ExchangeOptions(
                requestPatience, controlPatience, longest, most, otherQn, settle, clockEvery, clockLimit, clockAutoSet);
    }

    /** The same with another QN accepted or not. */
    public ExchangeOptions withOtherQn(boolean accepted) {
        return new ExchangeOptions(
                requestPatience,
                controlPatience,
                longest,
                waiting,
                accepted,
                settle,
                clockEvery,
                clockLimit,
                clockAutoSet);
    }

    /** The same with another check of clocks. */
    public ExchangeOptions withClock(Duration every, Duration limit, boolean autoSet) {
        return new ExchangeOptions(
                requestPatience, controlPatience, longest, waiting, otherQn, settle, every, limit, autoSet);
    }
}
