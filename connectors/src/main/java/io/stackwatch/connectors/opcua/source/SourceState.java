package io.stackwatch.connectors.opcua.source;

/** How a source stands. */
public enum SourceState {
    /** Not started, or stopped. */
    STOPPED,
    /** For the first time, or after another try failed. */
    CONNECTING,
    /** The subscription is alive. */
    CONNECTED,
    /** It was connected; it is tried again. */
    LOST,
    /** The server's certificate is not trusted or not in order; a person must act. Tried again slowly. */
    CERTIFICATE_REFUSED,
    /** The server does not take our certificate or login; a person must act. Tried again slowly. */
    BAD_IDENTITY,
    /** The server does not offer the security that is configured; a person must act. Tried again slowly. */
    NOT_OFFERED
}
