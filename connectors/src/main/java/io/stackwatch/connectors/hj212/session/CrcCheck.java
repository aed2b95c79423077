package io.stackwatch.connectors.hj212.session;

import io.stackwatch.connectors.hj212.codec.CrcKind;
import io.stackwatch.connectors.hj212.codec.Frame;
import java.util.Optional;
import java.util.Set;

/** Whether a frame's checksum is one that its station may send. */
final class CrcCheck {

    private CrcCheck() {}

    /** The algorithm that the checksum fits, the standard's own before others. */
    static Optional<CrcKind> fits(Frame frame) {
        for (CrcKind kind : CrcKind.values()) {
            if (frame.crcMatches(kind)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** For a station that nobody knows, any algorithm will do: its frame is only set aside. */
    static Reason judge(Frame frame, Optional<CrcKind> fits, Optional<StationProfile> profile, Set<Finding> findings) {
        boolean accepted = profile.isEmpty()
                ? fits.isPresent()
                : switch (profile.get().crcMode()) {
                    case HJ212 -> frame.crcMatches(CrcKind.HJ212);
                    case MODBUS -> frame.crcMatches(CrcKind.MODBUS);
                    case MODBUS_SWAPPED -> frame.crcMatches(CrcKind.MODBUS_SWAPPED);
                    case LENIENT -> true;
                };
        if (fits.isEmpty() && accepted) {
            findings.add(Finding.CRC_UNVERIFIED);
        }
        if (accepted) {
            return Reason.IN_ORDER;
        }
        return frame.declaredCrc() == Frame.UNREADABLE_CRC ? Reason.UNREADABLE_CRC : Reason.WRONG_CRC;
    }
}
