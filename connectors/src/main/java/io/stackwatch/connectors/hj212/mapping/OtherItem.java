package io.stackwatch.connectors.hj212.mapping;

import java.util.Optional;

/**
 * An item that is understood and is no figure: a facility's state or run time, a device's identity, a log line, a sampling
 * time. Kept as text.
 *
 * @param kind what it is
 * @param code what it speaks of: the facility, the factor, the information code
 * @param subject the analyser that it belongs to, where the frame says so
 * @param text the value as sent
 */
public record OtherItem(Kind kind, String code, Optional<String> subject, String text) {

    /** What it is. */
    public enum Kind {
        /** {@code SBx-RS}: 0 off, 1 running, 2 calibrating, 3 maintained, 4 alarm, 5 back-flushing. */
        FACILITY_STATE,
        /** {@code SBx-RT}: hours of the day. */
        FACILITY_RUN_TIME,
        /** {@code xx-SN}: an analyser's identity. */
        DEVICE_IDENTITY,
        /** {@code xx-Info}: log, state or parameter of a device. */
        DEVICE_INFORMATION,
        /** {@code xx-SampleTime}: when a batch analyser took its sample. */
        SAMPLE_TIME,
        /** {@code xx-EFlag}: a mark of the device's own. */
        EXTENDED_FLAG,
        /** {@code RestartTime} of 2081. */
        RESTART_TIME,
        /** {@code xx-RawAvg} and other as-measured values of 2025, whose list was not seen. */
        RAW_VALUE,
        /** {@code xx-Data}, {@code -DayData}, {@code -NightData}: noise. */
        NOISE,
        /** A figure whose value is a word, such as a key production condition (ST 45). */
        CONDITION,
        /** A plain key that is no figure, such as {@code PolId} or {@code BeginTime}. */
        PARAMETER
    }
}
