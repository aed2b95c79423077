package io.stackwatch.connectors.hj212.session;

import io.stackwatch.connectors.hj212.codec.Command;
import io.stackwatch.connectors.hj212.codec.CommandField;
import io.stackwatch.connectors.hj212.codec.CrcKind;
import io.stackwatch.connectors.hj212.codec.Flag;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import java.util.Optional;
import java.util.Set;

/** Everything in which a frame departs from the standard without being wrong enough to be turned away. */
final class Deviations {

    private static final int STANDARD_SEGMENT = 1024;
    private static final int MOST_PACKETS = 9999;

    private Deviations() {}

    static void find(
            Frame frame,
            SegmentReader reader,
            Optional<Command> command,
            Optional<Flag> flag,
            Optional<StationProfile> profile,
            Set<Finding> findings) {
        ofTheFrame(frame, findings);
        ofTheHeader(reader, flag, profile, findings);
        ofTheCommand(reader, command, profile, findings);
        if (reader.hasQuirks()) {
            findings.add(Finding.GRAMMAR);
        }
    }

    private static void ofTheFrame(Frame frame, Set<Finding> findings) {
        if (frame.declaredLength() != frame.segmentLength()) {
            findings.add(Finding.LENGTH_MISMATCH);
        }
        if (frame.lengthDigits() != 4) {
            findings.add(Finding.LENGTH_DIGITS);
        }
        if (frame.segmentLength() > STANDARD_SEGMENT) {
            findings.add(Finding.SEGMENT_OVER_1024);
        }
        if (frame.crcDigits() < 4) {
            findings.add(Finding.CRC_SHORT);
        }
        byte[] bytes = frame.bytes();
        for (int i = frame.segmentTo(); i < bytes.length; i++) {
            if (bytes[i] >= 'a' && bytes[i] <= 'f') {
                findings.add(Finding.CRC_LOWER_CASE);
                break;
            }
        }
        if (!frame.crcMatches(CrcKind.HJ212)) {
            if (frame.crcMatches(CrcKind.MODBUS)) {
                findings.add(Finding.CRC_MODBUS);
            } else if (frame.crcMatches(CrcKind.MODBUS_SWAPPED)) {
                findings.add(Finding.CRC_MODBUS_SWAPPED);
            }
        }
    }

    private static void ofTheHeader(
            SegmentReader reader, Optional<Flag> flag, Optional<StationProfile> profile, Set<Finding> findings) {
        if (reader.length(HeaderField.QN) <= 0) {
            findings.add(Finding.NO_QN);
        }
        int systemCode = reader.length(HeaderField.ST);
        if (systemCode <= 0) {
            findings.add(Finding.ST_MISSING);
        } else if (systemCode != 2) {
            findings.add(Finding.ST_MALFORMED);
        }
        ofThePackets(reader, flag.isPresent() && flag.get().packetsNumbered(), findings);
        if (profile.isPresent()) {
            StationProfile.Edition edition = profile.get().edition();
            if (flag.isPresent() && flag.get().version() != edition.version()) {
                findings.add(Finding.EDITION_DIFFERS);
            }
            int length = edition == StationProfile.Edition.HJT212_2005 ? 14 : 24;
            if (reader.length(HeaderField.MN) != length) {
                findings.add(Finding.MN_LENGTH);
            }
        }
    }

    private static void ofThePackets(SegmentReader reader, boolean announced, Set<Finding> findings) {
        boolean numbered = reader.has(HeaderField.PNUM) || reader.has(HeaderField.PNO);
        if (!numbered) {
            if (announced) {
                findings.add(Finding.PACKET_BIT_WITHOUT_PNUM);
            }
            return;
        }
        if (!announced) {
            findings.add(Finding.PNUM_WITHOUT_PACKET_BIT);
        }
        int number = reader.number(HeaderField.PNO);
        int packets = reader.number(HeaderField.PNUM);
        if (number < 1 || number > packets || packets > MOST_PACKETS) {
            findings.add(Finding.PACKET_NUMBER);
        }
    }

    private static void ofTheCommand(
            SegmentReader reader, Optional<Command> command, Optional<StationProfile> profile, Set<Finding> findings) {
        if (command.isEmpty()) {
            findings.add(Finding.NOT_YET_UNDERSTOOD);
            return;
        }
        Command row = command.get();
        if (!row.isFrom(Command.Direction.FROM_FIELD)) {
            findings.add(Finding.HOSTS_COMMAND);
        } else if (reader.items() == 0 && wantsContent(row)) {
            findings.add(Finding.EMPTY_CONTENT);
        }
        if (profile.isPresent()
                && !row.editions().contains(profile.get().edition().year())) {
            findings.add(Finding.NOT_IN_EDITION);
        }
        if (row.pattern() == Command.Pattern.ANSWER && !reader.is(HeaderField.ST, "91")) {
            findings.add(Finding.ST_NOT_91);
        }
    }

    private static boolean wantsContent(Command row) {
        for (CommandField field : row.responseFields()) {
            if (field.required()) {
                return true;
            }
        }
        return false;
    }
}
