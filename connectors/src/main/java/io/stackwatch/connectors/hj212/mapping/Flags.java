package io.stackwatch.connectors.hj212.mapping;

import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.core.measurement.DataFlag;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The data marks of one frame by the code that was sent; read first, because a mark may stand behind its values. */
final class Flags {

    private final Map<String, DataFlag> flags = new HashMap<>();

    private Flags() {}

    static Flags of(SegmentReader reader, Leftovers leftovers) {
        Flags flags = new Flags();
        for (int i = 0; i < reader.items(); i++) {
            if (isFlag(reader, i)) {
                flags.take(reader, i, leftovers);
            }
        }
        return flags;
    }

    static boolean isFlag(SegmentReader reader, int item) {
        return reader.suffix(item).equalsIgnoreCase("Flag");
    }

    Optional<DataFlag> of(String code) {
        return Optional.ofNullable(flags.get(code));
    }

    private void take(SegmentReader reader, int item, Leftovers leftovers) {
        String letters = reader.text(item);
        if (letters.isEmpty()) {
            leftovers.leave(item, Unmapped.Reason.NO_VALUE);
            return;
        }
        if (letters.length() > DataFlag.MAX_LENGTH) {
            // the figure must not look unmarked because its mark is strange
            leftovers.leave(item, Unmapped.Reason.FLAG_TOO_LONG);
            letters = letters.substring(0, DataFlag.MAX_LENGTH);
        }
        flags.putIfAbsent(reader.code(item), letters.equals("N") ? DataFlag.NORMAL : new DataFlag(letters));
    }
}
