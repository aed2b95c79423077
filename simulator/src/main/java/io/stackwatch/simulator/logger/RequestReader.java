package io.stackwatch.simulator.logger;

import io.stackwatch.connectors.hj212.codec.CrcKind;
import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import java.util.Arrays;
import java.util.Optional;

/** From a frame to what it says, through the logger's keys if need be. */
final class RequestReader {

    private RequestReader() {}

    /** Empty if neither the plain reading nor one with a key has the checksum that the frame declares. */
    static Optional<Request> read(Frame frame, Optional<KeyRing> keys) {
        if (frame.crcMatches(CrcKind.HJ212)) {
            return Optional.of(new Request(DataSegment.of(frame), false));
        }
        byte[] segment = Arrays.copyOfRange(frame.bytes(), frame.segmentFrom(), frame.segmentTo());
        return keys.stream()
                .flatMap(ring -> ring.all().stream())
                .flatMap(key -> ContentCipher.open(segment, frame.declaredCrc(), key).stream())
                .flatMap(plain -> Frame.of(FrameEncoder.encode(plain, 0, plain.length)).stream())
                .findFirst()
                .map(plain -> new Request(DataSegment.of(plain), true));
    }
}
