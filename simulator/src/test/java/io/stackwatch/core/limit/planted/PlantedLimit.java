package io.stackwatch.core.limit.planted;

/** Stands for what the simulator must not know. */
public record PlantedLimit(int milligrams) {}
