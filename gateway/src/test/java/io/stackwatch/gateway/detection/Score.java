package io.stackwatch.gateway.detection;

import io.stackwatch.simulator.deceit.Deceit;
import io.stackwatch.simulator.deceit.Label;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What one detector found. Spells that meet are told apart by outlet, as labels of two months are equal only by chance. */
final class Score {

    private final Set<Deceit> aim;
    private final List<Label> found = new ArrayList<>();
    private int own;
    private int another;
    private int honest;

    Score(Set<Deceit> aim) {
        this.aim = aim;
    }

    /** Counts an outlet's day on which the detector suspected something, with the labels that its windows meet. */
    void count(List<Label> met) {
        List<Label> right =
                met.stream().filter(label -> aim.contains(label.deceit())).toList();
        right.stream().filter(label -> !found.contains(label)).forEach(found::add);
        if (!right.isEmpty()) {
            own++;
        } else if (!met.isEmpty()) {
            another++;
        } else {
            honest++;
        }
    }

    String line(String detector, List<Label> labels) {
        long spells =
                labels.stream().filter(label -> aim.contains(label.deceit())).count();
        int days = own + another + honest;
        return "| `" + detector + "` | " + spells + " | " + found.size() + " | " + ratio(found.size(), spells) + " | "
                + days + " | " + own + " | " + another + " | " + honest + " | " + ratio(own, days) + " |\n";
    }

    private static String ratio(long part, long whole) {
        return whole == 0
                ? "-"
                : BigDecimal.valueOf(part)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }
}
