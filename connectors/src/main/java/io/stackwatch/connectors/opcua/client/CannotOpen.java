package io.stackwatch.connectors.opcua.client;

import io.stackwatch.connectors.opcua.source.SourceState;
import java.util.Optional;

/**
 * Why a source could not be connected: how it stands now and why, in one word. Carries no stack trace: networks do this
 * daily.
 */
final class CannotOpen extends Exception {

    private static final long serialVersionUID = 1L;

    private final SourceState state;
    private final String reason;
    private final transient Optional<String> thumbprint;

    CannotOpen(SourceState state, String reason, Optional<String> thumbprint) {
        super(state + " " + reason, null, false, false);
        this.state = state;
        this.reason = reason;
        this.thumbprint = thumbprint;
    }

    SourceState state() {
        return state;
    }

    String reason() {
        return reason;
    }

    Optional<String> thumbprint() {
        return thumbprint;
    }
}
