package io.stackwatch.core.marking;

/** Code of a kind of mark, such as {@code CALIBRATION}: a row of {@link MarkKinds}; an open set. */
public record MarkCode(String value) implements Comparable<MarkCode> {

    public MarkCode {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank MarkCode");
        }
    }

    @Override
    public int compareTo(MarkCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
