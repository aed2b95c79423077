package io.stackwatch.gateway.app.planted.core;

import io.stackwatch.gateway.app.planted.core.limit.Allowed;
import io.stackwatch.gateway.app.planted.gateway.journal.Writer;

/** Planted: the core reaches up into the gateway. */
class KnowsTheGateway {
    Writer writer = new Writer();
    Allowed allowed = new Allowed();
}
