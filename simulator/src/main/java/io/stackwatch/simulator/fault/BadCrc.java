package io.stackwatch.simulator.fault;

import io.stackwatch.connectors.hj212.codec.Crc16;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Sends a checksum that fits no known algorithm. */
final class BadCrc implements Fault {

    @Override
    public List<WireStep> instead(Buffer frame) {
        byte[] segment = FrameText.segment(frame);
        int wrong = Crc16.hj212(segment, 0, segment.length) ^ 0xFFFF;
        int modbus = Crc16.modbus(segment, 0, segment.length);
        while (wrong == modbus || wrong == Crc16.swapped(modbus)) {
            wrong = (wrong + 1) & 0xFFFF;
        }
        return List.of(new WireStep.Write(FrameText.withCrc(frame, wrong)));
    }
}
