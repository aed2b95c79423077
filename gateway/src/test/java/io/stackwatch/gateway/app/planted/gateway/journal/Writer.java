package io.stackwatch.gateway.app.planted.gateway.journal;

import io.stackwatch.gateway.app.planted.gateway.intake.Pretender;

/** Planted: the other half of a cycle. */
public class Writer {
    Class<?> back = Pretender.class;
}
