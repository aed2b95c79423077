package io.stackwatch.simulator.report;

import io.stackwatch.core.registry.Mn;

/**
 * Who speaks.
 *
 * @param mn the logger's code
 * @param password access password (PW)
 * @param edition how it speaks
 */
public record Identity(Mn mn, String password, Edition edition) {

    public Identity {
        if (password.length() > 24 || password.indexOf(';') >= 0) {
            throw new IllegalArgumentException("a password has at most 24 characters and no semicolon");
        }
    }
}
