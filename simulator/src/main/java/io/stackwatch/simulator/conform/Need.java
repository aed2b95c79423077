package io.stackwatch.simulator.conform;

import java.util.Locale;
import java.util.Optional;

/**
 * What a case takes for granted of the other side. A case whose needs are not met is not run: never failed, never green.
 *
 * <p>Whoever starts the kit says what is there ({@code --has}).
 */
public enum Need {
    /** The stations may send the standard's checksum only. */
    STRICT_CRC("the stations are set to the standard's checksum and no other"),
    /** A wrong password is not acknowledged. */
    PASSWORD_REJECT("the stations are set so that a wrong password is not acknowledged"),
    /** The platform can be told to ask. */
    ORDERS("the platform can be told to send a request (--order-url)"),
    /** A logger without MN is admitted with 1001. */
    ACTIVATION("the platform takes hardware ids of loggers without MN"),
    /** The platform issues keys with 1014. */
    KEY_ISSUE("the platform issues a key when a logger asks for one"),
    /** The platform reads ciphertext as appendix A.2 prints it. */
    PRINTED_CIPHER("the stations are set to the printed form of ciphertext"),
    /** The platform keeps the previous key. */
    OLD_KEY("the stations have a previous key that is still taken"),
    /** The logger keeps minutes, hours and days. */
    HISTORY("the logger has been running long enough to have stored data"),
    /** The logger watches facilities. */
    FACILITIES("the logger watches treatment facilities (SB codes)"),
    /** The logger's analysers have calibration, cleaning, sampling. */
    CONTROL("the logger can drive its analyser"),
    /** The logger has a water sampler. */
    SAMPLER("the logger has a water sampler"),
    /** The logger's settings may be changed for a moment. */
    SETTINGS("intervals, password and clock of the logger may be changed for a moment"),
    /** The logger's key may be changed for a moment. */
    KEY_CHANGE("the logger's key may be changed for a moment"),
    /** Somebody will wait some minutes. */
    PATIENCE("some minutes of waiting");

    private final String words;

    Need(String words) {
        this.words = words;
    }

    /** As it is written in scripts and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it means. */
    public String words() {
        return words;
    }

    /** The need of that word. */
    public static Optional<Need> of(String word) {
        for (Need need : values()) {
            if (need.word().equals(word)) {
                return Optional.of(need);
            }
        }
        return Optional.empty();
    }
}
