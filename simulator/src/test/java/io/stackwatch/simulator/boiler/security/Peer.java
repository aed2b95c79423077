package io.stackwatch.simulator.boiler.security;

import java.security.cert.X509Certificate;

/** An OPC UA server of the matrix: the user {@code operator} with the password {@code right}, certificates from a folder. */
interface Peer extends AutoCloseable {

    String endpointUrl();

    /** A node whose value changes within seconds. */
    String node();

    /** Trusts a client from now on. */
    void trust(X509Certificate client) throws Exception;

    /** Lets the holder of that certificate log in from now on. */
    void admit(X509Certificate user) throws Exception;

    /** Whether a client that it does not trust is told so; otherwise the line just breaks. */
    boolean saysWhyItRefusesAClient();

    @Override
    void close();
}
