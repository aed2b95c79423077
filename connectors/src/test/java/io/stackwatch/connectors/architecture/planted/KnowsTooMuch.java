package io.stackwatch.connectors.architecture.planted;

import io.stackwatch.core.evidence.EvidenceRef;
import io.vertx.core.Vertx;
import java.time.Instant;

/** Breaks every rule of the architecture, so that each can be seen to bite. */
final class KnowsTooMuch {

    private KnowsTooMuch() {}

    static String everything(Vertx vertx) {
        return Instant.now() + " " + vertx + " " + new EvidenceRef(1, "0".repeat(64));
    }
}
