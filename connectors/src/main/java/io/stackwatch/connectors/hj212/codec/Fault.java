package io.stackwatch.connectors.hj212.codec;

/** Why bytes could not be made into a frame. */
public enum Fault {
    /** No frame begins here: foreign traffic, or the remains of something. */
    NOISE,
    /** A few line ends, blanks, asterisks or a written {@code \r\n} behind a frame; harmless and common. */
    TRAILING_NOISE,
    /** {@code ##} that no length follows. */
    NOT_A_LENGTH,
    /** The declared length is more than the limit. */
    LENGTH_OVER_LIMIT,
    /** No end of frame where the length says, nor anywhere before the next frame or the limit. */
    NO_TAIL,
    /** What the length spans holds the beginning of another frame and fits no checksum. */
    EMBEDDED_FRAME,
    /** The rest did not come in time. */
    HALF_FRAME
}
