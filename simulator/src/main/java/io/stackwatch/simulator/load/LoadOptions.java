package io.stackwatch.simulator.load;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What a load run does.
 *
 * @param host of the target
 * @param port of the target
 * @param connections how many, each with an MN of its own
 * @param rate frames per second over all connections; empty for as fast as answers come
 * @param warmup how long it runs before it measures
 * @param duration how long it measures
 * @param inFlight how many frames of a connection may await their answer
 * @param shape which frames
 * @param mnPrefix first characters of every MN
 * @param dataFrom DataTime of the first frame of every station
 * @param answerTimeout how long an answer may take before the frame is sent again
 * @param resends how often it is sent again
 */
public record LoadOptions(
        String host,
        int port,
        int connections,
        OptionalDouble rate,
        Duration warmup,
        Duration duration,
        int inFlight,
        FrameShape shape,
        String mnPrefix,
        Instant dataFrom,
        Duration answerTimeout,
        int resends) {

    /** Length of the MNs that are made. */
    static final int MN_LENGTH = 24;

    private static final int DIGITS = 6;

    public LoadOptions {
        if (connections < 1 || connections > 100_000) {
            throw new IllegalArgumentException("connections must be 1 to 100000: " + connections);
        }
        if (inFlight < 1 || inFlight > 64) {
            throw new IllegalArgumentException("in-flight must be 1 to 64: " + inFlight);
        }
        if (mnPrefix.length() > MN_LENGTH - DIGITS || !mnPrefix.matches("[0-9A-Za-z]*")) {
            throw new IllegalArgumentException(
                    "mn-prefix must be up to " + (MN_LENGTH - DIGITS) + " letters and digits: '" + mnPrefix + "'");
        }
        if (rate.isPresent() && !(rate.getAsDouble() > 0)) {
            throw new IllegalArgumentException("rate must be above 0: " + rate.getAsDouble());
        }
        if (duration.isNegative() || duration.isZero() || warmup.isNegative()) {
            throw new IllegalArgumentException(
                    "duration must be above 0, warm-up not below: " + duration + ", " + warmup);
        }
    }

    /** The MN of a connection, counted from 0. */
    public String mn(int connection) {
        String number = Integer.toString(connection);
        return mnPrefix + "0".repeat(MN_LENGTH - mnPrefix.length() - number.length()) + number;
    }
}
