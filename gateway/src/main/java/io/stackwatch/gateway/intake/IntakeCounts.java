package io.stackwatch.gateway.intake;

/**
 * What the intake has done since the start.
 *
 * @param accepted accepted frames that came, repeats included
 * @param repeats of them, how many were already durable or on their way, and were not journaled again
 * @param quarantined frames of strangers that were handed to the journal
 * @param refused unacceptable bytes that were handed to the journal
 * @param dropped quarantined or refused things that exceeded their peer's allowance
 * @param notKept arrivals of any kind that the journal refused
 */
public record IntakeCounts(long accepted, long repeats, long quarantined, long refused, long dropped, long notKept) {}
