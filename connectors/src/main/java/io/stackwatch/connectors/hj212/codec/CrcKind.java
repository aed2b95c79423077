package io.stackwatch.connectors.hj212.codec;

/** Which algorithm a received checksum fits. */
public enum CrcKind {
    /** The standard's own. */
    HJ212,
    /** CRC-16/MODBUS, high byte first. */
    MODBUS,
    /** CRC-16/MODBUS, low byte first. */
    MODBUS_SWAPPED
}
