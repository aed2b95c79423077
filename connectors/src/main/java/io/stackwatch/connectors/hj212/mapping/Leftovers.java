package io.stackwatch.connectors.hj212.mapping;

import io.stackwatch.connectors.hj212.codec.SegmentReader;
import java.util.ArrayList;
import java.util.List;

/** What of one frame is not understood, each item with its reason. */
final class Leftovers {

    private final SegmentReader reader;
    private final List<Unmapped> found = new ArrayList<>();

    Leftovers(SegmentReader reader) {
        this.reader = reader;
    }

    void leave(int item, Unmapped.Reason reason) {
        found.add(new Unmapped(reader.name(item), reader.text(item), reason));
    }

    void all(Unmapped.Reason reason) {
        for (int i = 0; i < reader.items(); i++) {
            if (!Flags.isFlag(reader, i)) {
                leave(i, reason);
            }
        }
    }

    List<Unmapped> found() {
        return found;
    }
}
