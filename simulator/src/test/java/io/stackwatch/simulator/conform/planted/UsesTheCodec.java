package io.stackwatch.simulator.conform.planted;

import io.stackwatch.connectors.hj212.codec.Crc16;

/** A violation on purpose: the kit would prove the codec with itself. */
final class UsesTheCodec {

    private UsesTheCodec() {}

    static Class<?> borrowed() {
        return Crc16.class;
    }
}
