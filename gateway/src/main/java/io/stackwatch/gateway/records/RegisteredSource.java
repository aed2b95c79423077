package io.stackwatch.gateway.records;

import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Mn;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An OPC UA source in one version of its registration: a row of {@code opcua-sources.csv}, without its secret.
 *
 * @param id the source; letters, digits, {@code -} and {@code _}, at most {@value #MAX_ID_LENGTH}
 * @param endpoint the server's address, {@code opc.tcp://host:port/path}
 * @param security how the line is protected
 * @param login as whom
 * @param rhythm how often the server looks and speaks
 * @param history whether a cut is filled from the server's history
 * @param effective when this version holds
 */
public record RegisteredSource(
        Mn id,
        String endpoint,
        Security security,
        SourceLogin login,
        Rhythm rhythm,
        boolean history,
        Effective effective) {

    /** The longest id: with an outlet it makes the name of a station. */
    public static final int MAX_ID_LENGTH = 24;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1," + MAX_ID_LENGTH + "}");

    public RegisteredSource {
        checked(id.value());
        // whoever connects later must not find out that the address is none
        SourceSettings.of(id, endpoint, List.of());
    }

    /** The id of a source. */
    public static Mn checked(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a source's id is " + ID + ": '" + id + "'");
        }
        return new Mn(id);
    }
}
