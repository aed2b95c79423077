package io.stackwatch.gateway.records;

/**
 * An act as it is kept.
 *
 * @param number orders all acts of the city
 * @param mn whose; as claimed, and empty where nobody claimed one
 * @param kind what was done
 * @param act when, who, why
 * @param detail what changed, in {@code key=value} joined by semicolons; nothing secret
 */
public record StationActRow(long number, String mn, StationActKind kind, Act act, String detail) {}
