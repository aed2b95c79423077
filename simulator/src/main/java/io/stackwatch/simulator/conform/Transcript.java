package io.stackwatch.simulator.conform;

import java.util.ArrayList;
import java.util.List;

/** What went over the wires in a case, for the report: one line each, bounded, passwords and keys replaced. */
final class Transcript {

    private static final int MOST = 60;

    private final List<String> lines = new ArrayList<>();
    private int left;

    void sent(String text) {
        add("> " + text);
    }

    void received(String text) {
        add("< " + text);
    }

    void note(String text) {
        add("- " + text);
    }

    List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        if (left > 0) {
            all.add("- " + left + " more lines");
        }
        return all;
    }

    private void add(String line) {
        if (lines.size() < MOST) {
            lines.add(line);
        } else {
            left++;
        }
    }
}
