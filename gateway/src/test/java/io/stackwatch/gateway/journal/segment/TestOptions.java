package io.stackwatch.gateway.journal.segment;

/** Sizes for tests. */
final class TestOptions {

    private TestOptions() {}

    /** A few dozen records in a segment, a few in a block. */
    static JournalOptions tiny() {
        return JournalOptions.defaults()
                .withMaxRecordBytes(4096)
                .withSegmentBytes(8192)
                .withBlockBytes(1024)
                .withReserveBytes(0);
    }

    /** Everything in one segment. */
    static JournalOptions oneSegment() {
        return tiny().withSegmentBytes(1 << 20);
    }
}
