package io.stackwatch.simulator.fault;

import io.stackwatch.connectors.hj212.codec.Crc16;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Sends the checksum of MODBUS, as firmware does whose author read "CRC16" and no further. */
final class ModbusCrc implements Fault {

    @Override
    public List<WireStep> instead(Buffer frame) {
        byte[] segment = FrameText.segment(frame);
        return List.of(new WireStep.Write(FrameText.withCrc(frame, Crc16.modbus(segment, 0, segment.length))));
    }
}
