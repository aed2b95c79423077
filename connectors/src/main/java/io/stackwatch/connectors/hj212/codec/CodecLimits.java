package io.stackwatch.connectors.hj212.codec;

/**
 * How much a peer may make us hold.
 *
 * @param maxSegment the longest data segment in bytes; the standard says 1024, the field sends more without splitting
 * @param maxItems the most items that one CP may carry
 */
public record CodecLimits(int maxSegment, int maxItems) {

    private static final CodecLimits DEFAULTS = new CodecLimits(4096, 2048);

    public CodecLimits {
        if (maxSegment < 64 || maxSegment > 9999) {
            throw new IllegalArgumentException("maxSegment must be 64 to 9999 bytes: " + maxSegment);
        }
        if (maxItems < 1 || maxItems > 10_000) {
            throw new IllegalArgumentException("maxItems must be 1 to 10000: " + maxItems);
        }
    }

    /** Wide enough for everything seen in the field. */
    public static CodecLimits defaults() {
        return DEFAULTS;
    }

    /** These limits with another longest segment. */
    public CodecLimits withMaxSegment(int bytes) {
        return new CodecLimits(bytes, maxItems);
    }

    /** These limits with another largest number of items. */
    public CodecLimits withMaxItems(int items) {
        return new CodecLimits(maxSegment, items);
    }
}
