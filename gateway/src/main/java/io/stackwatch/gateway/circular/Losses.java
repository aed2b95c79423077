package io.stackwatch.gateway.circular;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How many hours were lost for which reason; mutable, for one thread. */
final class Losses {

    private final Map<Loss, Long> hours = new EnumMap<>(Loss.class);

    void add(Loss loss) {
        hours.merge(loss, 1L, Long::sum);
    }

    void add(Losses others) {
        others.hours.forEach((loss, more) -> hours.merge(loss, more, Long::sum));
    }

    long of(Loss loss) {
        return hours.getOrDefault(loss, 0L);
    }

    long total() {
        return hours.values().stream().mapToLong(Long::longValue).sum();
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
