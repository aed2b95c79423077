package io.stackwatch.simulator.conform;

import io.stackwatch.simulator.conform.packet.PacketForm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a packet is sent.
 *
 * @param form how it is written
 * @param key with which key it is encrypted
 * @param cuts sizes of the pieces in which it is written, the last one repeated; empty for one piece
 * @param gap the wait between two pieces
 * @param fit what {@code ${fit}} is searched for
 * @param size how long the data segment becomes by {@code ${pad}}
 * @param held whether it waits, to leave in one piece with the next
 */
record SendPlan(
        PacketForm form, Key key, List<Integer> cuts, Duration gap, Optional<Fit> fit, OptionalInt size, boolean held) {

    SendPlan {
        cuts = List.copyOf(cuts);
    }

    static SendPlan usual() {
        return new SendPlan(
                PacketForm.right(),
                Key.CURRENT,
                List.of(),
                Duration.ZERO,
                Optional.empty(),
                OptionalInt.empty(),
                false);
    }

    /** With which key. */
    enum Key {
        /** The one agreed. */
        CURRENT,
        /** The one before. */
        OLD,
        /** One that nobody agreed. */
        WRONG
    }

    /**
     * A property that the packet shall have, reached by trying numbers for {@code ${fit}}.
     *
     * @param crc the checksum; -1 for any
     * @param cipher bytes that shall stand in the ciphertext, as hexadecimal digits; empty for any
     * @param unreadable whether the checksum shall fit no reading: one wrong packet in 256 would be right by chance
     */
    record Fit(int crc, String cipher, boolean unreadable) {}
}
