package io.stackwatch.core.planted.limit;

import io.stackwatch.core.planted.registry.Reaches;

/** Planted: the other half of a cycle. */
public class Allowed {
    Class<?> back = Reaches.class;
}
