package io.stackwatch.gateway.access;

/** Writes down that a file left. */
@FunctionalInterface
public interface Exports {

    /**
     * Adds a row to the audit trail; may block on the store.
     *
     * @param who took it
     * @param role as what
     * @param operation by which operation of the contract
     * @param subject which one
     * @param digest SHA-256 of the file as hexadecimal digits, or a word that there is none
     */
    void told(String who, String role, String operation, String subject, String digest);
}
