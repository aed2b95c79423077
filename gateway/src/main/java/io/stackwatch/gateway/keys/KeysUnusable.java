package io.stackwatch.gateway.keys;

/** The stations' keys cannot be opened or sealed; the message names the file to look at, and nothing secret. */
public final class KeysUnusable extends Exception {

    private static final long serialVersionUID = 1L;

    KeysUnusable(String message) {
        super(message);
    }

    KeysUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
