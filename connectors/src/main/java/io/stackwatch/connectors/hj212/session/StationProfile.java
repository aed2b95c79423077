package io.stackwatch.connectors.hj212.session;

import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Mn;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How one station speaks, where it may differ from the standard or from its neighbours.
 *
 * <p>Made from the registry; immutable. Every switch has the strict reading as its default; deviations are tolerated unless a
 * profile refuses them.
 *
 * @param mn whose profile this is
 * @param edition which edition of HJ 212 it speaks
 * @param crcMode which checksums are accepted from it
 * @param passwordPolicy what a wrong password leads to
 * @param password the password that was agreed
 * @param minuteInterval the interval of its minute data (HJ 212-2017: 1 to 30 minutes)
 * @param labelAtEnd whether it labels intervals with their end instead of their start
 * @param units units that differ from the code table's default
 * @param encryption how its content is encrypted; empty for a station that speaks in clear
 * @param dialogue how patiently it is asked
 * @param admittance from where, and with which deviations, its frames are let in
 */
public record StationProfile(
        Mn mn,
        Edition edition,
        CrcMode crcMode,
        PasswordPolicy passwordPolicy,
        String password,
        Duration minuteInterval,
        boolean labelAtEnd,
        Map<FactorCode, Unit> units,
        Optional<Encryption> encryption,
        Dialogue dialogue,
        Admittance admittance) {

    public StationProfile {
        units = Map.copyOf(units);
    }

    /** A station that speaks in clear and is asked with the usual patience. */
    public StationProfile(
            Mn mn,
            Edition edition,
            CrcMode crcMode,
            PasswordPolicy passwordPolicy,
            String password,
            Duration minuteInterval,
            boolean labelAtEnd,
            Map<FactorCode, Unit> units) {
        this(
                mn,
                edition,
                crcMode,
                passwordPolicy,
                password,
                minuteInterval,
                labelAtEnd,
                units,
                Optional.empty(),
                Dialogue.usual(),
                Admittance.open());
    }

    /** The same station with its content encrypted so. */
    public StationProfile withEncryption(Encryption agreed) {
        return new StationProfile(
                mn,
                edition,
                crcMode,
                passwordPolicy,
                password,
                minuteInterval,
                labelAtEnd,
                units,
                Optional.of(agreed),
                dialogue,
                admittance);
    }

    /** The same station, asked so. */
    public StationProfile withDialogue(Dialogue patience) {
        return new StationProfile(
                mn,
                edition,
                crcMode,
                passwordPolicy,
                password,
                minuteInterval,
                labelAtEnd,
                units,
                encryption,
                patience,
                admittance);
    }

    /** The same station, let in so. */
    public StationProfile withAdmittance(Admittance terms) {
        return new StationProfile(
                mn,
                edition,
                crcMode,
                passwordPolicy,
                password,
                minuteInterval,
                labelAtEnd,
                units,
                encryption,
                dialogue,
                terms);
    }

    /** The strict profile: edition 2017, HJ 212 checksum, wrong passwords rejected, one-minute data labelled at its start. */
    public static StationProfile strict(Mn mn, String password) {
        return new StationProfile(
                mn,
                Edition.HJ212_2017,
                CrcMode.HJ212,
                PasswordPolicy.REJECT,
                password,
                Duration.ofMinutes(1),
                false,
                Map.of());
    }

    /** The unit stated for this factor; empty where the code table's default holds. */
    public Optional<Unit> unit(FactorCode factor) {
        return Optional.ofNullable(units.get(factor));
    }

    /** The three editions. */
    public enum Edition {
        /** HJ/T 212-2005, version bits 0. */
        HJT212_2005(2005, 0),
        /** HJ 212-2017, version bits 1. */
        HJ212_2017(2017, 1),
        /** HJ 212-2025, version bits 2. */
        HJ212_2025(2025, 2);

        private final int year;
        private final int version;

        Edition(int year, int version) {
            this.year = year;
            this.version = version;
        }

        /** Its year, as the table of commands names it. */
        public int year() {
            return year;
        }

        /** Its version bits in the flag. */
        public int version() {
            return version;
        }

        /** The edition with these version bits; 2017 for bits of nobody. */
        static Edition ofVersion(int version) {
            return version == 0 ? HJT212_2005 : version == 2 ? HJ212_2025 : HJ212_2017;
        }
    }

    /** Which checksums a station may send. */
    public enum CrcMode {
        /** The standard's own CRC, and no other. */
        HJ212,
        /** CRC-16/MODBUS. */
        MODBUS,
        /** CRC-16/MODBUS with its two bytes exchanged. */
        MODBUS_SWAPPED,
        /** Anything; the record says that nothing was verified. */
        LENIENT
    }

    /** What a password that is not the agreed one leads to. */
    public enum PasswordPolicy {
        /** Not looked at. */
        IGNORE,
        /** Accepted and reported. */
        WARN,
        /** Quarantined, not acknowledged. */
        REJECT
    }
}
