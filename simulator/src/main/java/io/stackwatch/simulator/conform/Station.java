package io.stackwatch.simulator.conform;

import java.util.Locale;
import java.util.Optional;

/**
 * A station that the platform under test knows, or the logger under test.
 *
 * @param edition the edition it is registered for
 * @param profile how it is registered
 * @param mn its MN
 * @param password the password agreed
 * @param key the 16 characters of its SM4 key
 * @param oldKey the key before that
 */
public record Station(
        KitEdition edition,
        Profile profile,
        String mn,
        String password,
        Optional<String> key,
        Optional<String> oldKey) {

    /** A station without keys. */
    public static Station plain(KitEdition edition, String mn, String password) {
        return new Station(edition, Profile.PLAIN, mn, password, Optional.empty(), Optional.empty());
    }

    /** Without password and keys, so that it may be printed. */
    @Override
    public String toString() {
        return edition + " " + profile.word() + " " + mn;
    }

    /** How a station is registered. */
    public enum Profile {
        /** Strictly. */
        PLAIN,
        /** With the checksum of MODBUS. */
        MODBUS,
        /** Under the MN that the standard prints, or that a captured frame carries. */
        PRINTED;

        /** As it is written in scripts and sheets. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The profile of that word. */
        public static Optional<Profile> of(String word) {
            for (Profile profile : values()) {
                if (profile.word().equals(word)) {
                    return Optional.of(profile);
                }
            }
            return Optional.empty();
        }
    }
}
