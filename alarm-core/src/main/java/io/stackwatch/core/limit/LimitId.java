package io.stackwatch.core.limit;

/** Identity of a limit: the {@code id} of a row of the standard limits, or the number of a permit's entry. */
public record LimitId(String value) implements Comparable<LimitId> {

    public LimitId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank LimitId");
        }
    }

    @Override
    public int compareTo(LimitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
