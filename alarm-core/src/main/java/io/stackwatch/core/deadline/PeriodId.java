package io.stackwatch.core.deadline;

/** Name of a period of the law, such as {@code payment}; stored and never changed. */
public record PeriodId(String value) implements Comparable<PeriodId> {

    public PeriodId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank PeriodId");
        }
    }

    @Override
    public int compareTo(PeriodId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
