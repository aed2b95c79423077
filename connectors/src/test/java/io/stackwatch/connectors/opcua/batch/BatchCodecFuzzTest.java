package io.stackwatch.connectors.opcua.batch;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/**
 * Whatever comes: no exception, and what can be read is written as the same bytes.
 *
 * <p>In the build it replays its seeds; {@code JAZZER_FUZZ=1 mvn -pl connectors -am test
 * -Dtest=BatchCodecFuzzTest -Dsurefire.failIfNoSpecifiedTests=false} searches for ten minutes.
 */
class BatchCodecFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void whatCanBeReadIsWrittenAsTheSameBytes(byte[] bytes) {
        BatchCodec.decode(bytes).batch().ifPresent(batch -> {
            if (!Arrays.equals(bytes, BatchCodec.encode(batch))) {
                throw new AssertionError("other bytes for " + batch);
            }
            batch.values().forEach(BatchCodecFuzzTest::use);
        });
    }

    private static void use(NodeValue value) {
        int digits = value.value()
                .match(
                        numeric -> numeric.decimal().toPlainString().length(),
                        text -> 0,
                        truth -> 0,
                        other -> 0,
                        () -> 0);
        if (digits > 400) {
            throw new AssertionError("a number that grew: " + value);
        }
        value.severity();
    }
}
