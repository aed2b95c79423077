package io.stackwatch.connectors.opcua.mapping;

import io.stackwatch.connectors.opcua.batch.NodeValue.Severity;
import io.stackwatch.core.measurement.DataFlag;
import java.util.Locale;
import java.util.Optional;

/**
 * What a StatusCode means in a profile.
 *
 * @param profile the name of the profile
 * @param status which codes
 * @param flag our flag for them, a letter of HJ 212
 */
public record StatusRow(String profile, Status status, DataFlag flag) {

    /** The longest name of a profile. */
    public static final int MAX_PROFILE_LENGTH = 32;

    public StatusRow {
        if (profile.isBlank() || profile.length() > MAX_PROFILE_LENGTH) {
            throw new IllegalArgumentException(
                    "a profile has 1 to " + MAX_PROFILE_LENGTH + " characters: '" + profile + "'");
        }
    }

    /**
     * Which codes: all of a severity, or one code by its upper 16 bits; the lower ones say more about a value and do not choose
     * (OPC UA Part 4, 7.39).
     *
     * @param severity all codes of this severity, if {@code code} is empty
     * @param code one code, its lower 16 bits 0
     */
    public record Status(Severity severity, Optional<Long> code) {

        private static final long CODE = 0xFFFF_0000L;
        private static final int HEX_DIGITS = 8;

        /**
         * From {@code GOOD}, {@code UNCERTAIN}, {@code BAD} or eight hexadecimal digits such as {@code 0x80310000}.
         *
         * @throws IllegalArgumentException if it is none of these
         */
        public static Status parse(String text) {
            if (!text.startsWith("0x")) {
                return new Status(Severity.valueOf(text), Optional.empty());
            }
            if (text.length() != HEX_DIGITS + 2 || text.charAt(2) == '+' || text.charAt(2) == '-') {
                throw new IllegalArgumentException("a StatusCode is 0x and 8 digits: '" + text + "'");
            }
            return ofCode(Long.parseLong(text.substring(2), 16));
        }

        static Status ofCode(long status) {
            return new Status(severityOf(status), Optional.of(status & CODE));
        }

        static Severity severityOf(long status) {
            return switch ((int) (status >>> 30)) {
                case 0 -> Severity.GOOD;
                case 1 -> Severity.UNCERTAIN;
                default -> Severity.BAD;
            };
        }

        @Override
        public String toString() {
            return code.map(number -> String.format(Locale.ROOT, "0x%08X", number))
                    .orElse(severity.name());
        }
    }
}
