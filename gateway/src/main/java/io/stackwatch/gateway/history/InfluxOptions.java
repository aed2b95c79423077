package io.stackwatch.gateway.history;

import java.net.URI;
import java.time.Duration;

/**
 * Where the InfluxDB server is and how long we wait for it.
 *
 * @param url scheme, host and port, such as {@code http://127.0.0.1:8086}
 * @param database made if it does not exist; letters, digits and underscores
 * @param user empty for a server without authentication
 * @param password never logged
 * @param connectTimeout for the connection
 * @param callTimeout for a whole request with its answer
 * @param pointsPerRequest larger batches are cut
 */
public record InfluxOptions(
        URI url,
        String database,
        String user,
        String password,
        Duration connectTimeout,
        Duration callTimeout,
        int pointsPerRequest) {

    public InfluxOptions {
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException("InfluxDB url must be http or https: '" + url + "'");
        }
        if (!database.matches("[A-Za-z0-9_]{1,64}")) {
            throw new IllegalArgumentException(
                    "InfluxDB database name takes letters, digits and underscores: '" + database + "'");
        }
        if (connectTimeout.isNegative()
                || connectTimeout.isZero()
                || callTimeout.isNegative()
                || callTimeout.isZero()) {
            throw new IllegalArgumentException(
                    "InfluxDB time-outs must be positive: connect " + connectTimeout + ", call " + callTimeout);
        }
        if (pointsPerRequest < 1 || pointsPerRequest > 50_000) {
            throw new IllegalArgumentException("InfluxDB points per request: 1 to 50000, not " + pointsPerRequest);
        }
    }

    /** The usual time-outs for a server at this address. */
    public static InfluxOptions at(URI url) {
        return new InfluxOptions(url, "stackwatch", "", "", Duration.ofSeconds(2), Duration.ofSeconds(10), 5_000);
    }

    public InfluxOptions withDatabase(String name) {
        return new InfluxOptions(url, name, user, password, connectTimeout, callTimeout, pointsPerRequest);
    }

    public InfluxOptions withLogin(String name, String secret) {
        return new InfluxOptions(url, database, name, secret, connectTimeout, callTimeout, pointsPerRequest);
    }

    public InfluxOptions withTimeouts(Duration connect, Duration call) {
        return new InfluxOptions(url, database, user, password, connect, call, pointsPerRequest);
    }

    @Override
    public String toString() {
        return "InfluxOptions[url=" + url + ", database=" + database + ", connectTimeout=" + connectTimeout
                + ", callTimeout=" + callTimeout + ", pointsPerRequest=" + pointsPerRequest + "]";
    }
}
