package io.stackwatch.gateway.circular;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/** How many hours were lost for which reason; mutable, for one thread. */
final class Losses {

    private final long[] hours = new long[Loss.values().length];

    void add(Loss loss) {
        hours[loss.ordinal()]++;
    }

    void add(Losses others) {
        for (int i = 0; i < hours.length; i++) {
            hours[i] += others.hours[i];
        }
    }

    long of(Loss loss) {
        return hours[loss.ordinal()];
    }

    long total() {
        return Arrays.stream(hours).sum();
    }

    /** The reasons that took most, most first, such as {@code 缺失 350、设备标记无效 87}. */
    String inShort(int most) {
        return Arrays.stream(Loss.values())
                .filter(loss -> of(loss) > 0)
                .sorted(Comparator.comparingLong((Loss loss) -> of(loss)).reversed())
                .limit(most)
                .map(loss -> loss.chinese() + " " + of(loss))
                .collect(Collectors.joining("、"));
    }
}
