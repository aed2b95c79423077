package io.stackwatch.core.registry;

/** Industry of an outlet in GB/T 4754-2017, such as {@code D4411} for thermal power. */
public record IndustryCode(String value) implements Comparable<IndustryCode> {

    public IndustryCode {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank IndustryCode");
        }
    }

    @Override
    public int compareTo(IndustryCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
