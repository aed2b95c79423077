package io.stackwatch.core.emission;

import io.stackwatch.core.emission.HourEmission.ValidHours;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The measured hours of one outlet and factor in order of time: where substitutes are looked for. Not safe to share. */
final class ValidMasses {

    private final List<Instant> starts = new ArrayList<>();
    private final List<Mass> masses = new ArrayList<>();

    /** A measured hour behind those before. */
    void add(Instant start, Mass mass) {
        starts.add(start);
        masses.add(mass);
    }

    /** The greatest mass of so many hours that start before an instant; empty if there is none. */
    Optional<Greatest> before(Instant anchor, int hours) {
        int end = firstNotBefore(anchor);
        if (end == 0) {
            return Optional.empty();
        }
        int first = Math.max(0, end - hours);
        int greatest = first;
        for (int i = first; i < end; i++) {
            if (masses.get(i).compareTo(masses.get(greatest)) >= 0) {
                greatest = i;
            }
        }
        return Optional.of(new Greatest(
                masses.get(greatest),
                new ValidHours(starts.get(first), starts.get(end - 1), end - first, starts.get(greatest))));
    }

    private int firstNotBefore(Instant anchor) {
        int low = 0;
        int high = starts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts.get(middle).isBefore(anchor)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The greatest mass, and what it was looked for in. */
    record Greatest(Mass mass, ValidHours from) {}
}
