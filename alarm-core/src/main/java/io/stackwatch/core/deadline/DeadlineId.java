package io.stackwatch.core.deadline;

/** Identity of a deadline: its kind and subject as text, so that scheduling it twice is scheduling it once. */
public record DeadlineId(String value) implements Comparable<DeadlineId> {

    public DeadlineId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank DeadlineId");
        }
    }

    @Override
    public int compareTo(DeadlineId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
