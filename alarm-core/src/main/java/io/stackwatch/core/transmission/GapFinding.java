package io.stackwatch.core.transmission;

/**
 * A gap, or the part of one that has one cause.
 *
 * @param gap which hours
 * @param cause why they are missing
 * @param evidence what decided, of the first hour
 */
public record GapFinding(Gap gap, GapCause cause, String evidence) {}
