package io.stackwatch.gateway.plant;

import io.stackwatch.connectors.opcua.source.SourceStatus;
import io.stackwatch.core.registry.Mn;
import java.util.List;
import java.util.Map;

/** The lines to the sources as they run now. Safe for use by several threads; may block on files. */
public interface SourceLines {

    /** How each line stands. */
    List<SourceStatus> statuses();

    /** The sources that are registered and have no line, and why. */
    Map<Mn, String> problems();

    /** The certificates that are known; which sources wait for one is not filled in. */
    List<CertificateFile> certificates();

    /** Moves a certificate from the rejected to the trusted and tries the sources that wait; says whether there was one. */
    boolean trust(String thumbprint);

    /** Moves a certificate back; says whether there was one. */
    boolean withdraw(String thumbprint);

    /** No lines at all. */
    static SourceLines none() {
        return new NoLines();
    }
}
