package io.stackwatch.gateway.app.planted.core.limit;

import io.stackwatch.gateway.app.planted.core.exceedance.Judged;

/** Something of the law for a planted connector to know, and the other half of a cycle in the core. */
public class Allowed {
    Class<?> back = Judged.class;
}
