package io.stackwatch.gateway.app.planted.connectors;

import io.stackwatch.gateway.app.planted.core.limit.Allowed;

/** Planted: a protocol that knows what is allowed. */
class KnowsTheLaw {
    Allowed allowed = new Allowed();
}
