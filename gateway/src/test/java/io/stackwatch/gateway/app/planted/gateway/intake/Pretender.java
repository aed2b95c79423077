package io.stackwatch.gateway.app.planted.gateway.intake;

import io.stackwatch.gateway.app.planted.gateway.journal.Writer;
import io.stackwatch.gateway.app.planted.simulator.Plant;
import java.time.Instant;

/** Planted: what runs knows the pretended plants, reads the wall clock, and closes a cycle with the journal. */
public class Pretender {
    Plant plant = new Plant();
    Instant when = Instant.now();
    Writer writer = new Writer();
}
