package io.stackwatch.simulator.conform;

import java.util.Locale;

/** Who is examined. */
public enum Side {
    /** A platform (上位机): the kit plays loggers. */
    SERVER,
    /** A logger (数采仪): the kit plays the platform. */
    LOGGER;

    /** The folder of the scripts. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
