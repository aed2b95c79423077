package io.stackwatch.gateway.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * How the HTTP server listens and what it bounds.
 *
 * @param host a loopback address, unless sign-in is required
 * @param port 0 for a free one
 * @param workers threads for calls that block
 * @param maxWaiting calls that may wait for a worker; more are refused with 503
 * @param maxBodyBytes longest request body
 * @param maxListeners event streams at a time; more are refused with 503
 * @param heartbeat a comment is sent when an event stream was silent this long
 * @param listenerBufferBytes what is buffered for a listener that does not read
 * @param slowAfter a listener whose buffer stays full this long is dropped
 */
public record ApiOptions(
        String host,
        int port,
        int workers,
        int maxWaiting,
        int maxBodyBytes,
        int maxListeners,
        Duration heartbeat,
        int listenerBufferBytes,
        Duration slowAfter) {

    public ApiOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("api port: 0 to 65535, not " + port);
        }
        if (workers < 1 || maxWaiting < 1 || maxBodyBytes < 1 || maxListeners < 1 || listenerBufferBytes < 1) {
            throw new IllegalArgumentException("api bounds must be positive: workers " + workers + ", maxWaiting "
                    + maxWaiting + ", maxBodyBytes " + maxBodyBytes + ", maxListeners " + maxListeners
                    + ", listenerBufferBytes " + listenerBufferBytes);
        }
        if (heartbeat.toMillis() < 1 || slowAfter.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "api times must be positive: heartbeat " + heartbeat + ", slowAfter " + slowAfter);
        }
    }

    /** Refuses to listen where others could come in without signing in. */
    void check(boolean signInRequired) {
        if (!signInRequired && !isLoopback(host)) {
            throw new IllegalArgumentException("api host must be a loopback address where nobody need sign in,"
                    + " such as 127.0.0.1: '" + host + "'");
        }
    }

    public static ApiOptions defaults() {
        return new ApiOptions(
                "127.0.0.1", 8080, 4, 256, 16 * 1024, 200, Duration.ofSeconds(15), 256 * 1024, Duration.ofSeconds(10));
    }

    public ApiOptions withPort(int number) {
        return new ApiOptions(
                host,
                number,
                workers,
                maxWaiting,
                maxBodyBytes,
                maxListeners,
                heartbeat,
                listenerBufferBytes,
                slowAfter);
    }

    /** The same on a loopback address. */
    public ApiOptions withHost(String address) {
        ApiOptions options = withAnyHost(address);
        options.check(false);
        return options;
    }

    /** The same on any address, for a server at which people sign in. */
    public ApiOptions withAnyHost(String address) {
        return new ApiOptions(
                address,
                port,
                workers,
                maxWaiting,
                maxBodyBytes,
                maxListeners,
                heartbeat,
                listenerBufferBytes,
                slowAfter);
    }

    public ApiOptions withWorkers(int threads, int waiting) {
        return new ApiOptions(
                host, port, threads, waiting, maxBodyBytes, maxListeners, heartbeat, listenerBufferBytes, slowAfter);
    }

    public ApiOptions withListeners(int most, Duration silence, int bufferBytes, Duration slow) {
        return new ApiOptions(host, port, workers, maxWaiting, maxBodyBytes, most, silence, bufferBytes, slow);
    }

    private static boolean isLoopback(String host) {
        try {
            return !host.isBlank() && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
