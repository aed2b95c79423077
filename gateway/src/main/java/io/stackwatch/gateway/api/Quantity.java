package io.stackwatch.gateway.api;

/** A reported number, digit for digit, and what it counts. */
public record Quantity(String value, String unit) {}
