package io.stackwatch.gateway.app.planted.core.exceedance;

import io.stackwatch.gateway.app.planted.core.limit.Allowed;
import java.time.Instant;

/** Planted: a decision that looks at a clock, and one half of a cycle. */
public class Judged {
    Instant when = Instant.now();
    Class<?> allowed = Allowed.class;
}
