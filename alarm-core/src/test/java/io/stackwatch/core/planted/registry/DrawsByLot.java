package io.stackwatch.core.planted.registry;

import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Planted: results that another run or another machine would not repeat. */
public class DrawsByLot {
    Random random = new Random(1);
    UUID id = UUID.randomUUID();
    double chance = Math.random();
    Map<String, String> environment = System.getenv();
    ZoneId zone = ZoneId.systemDefault();
}
