package io.stackwatch.core.registry;

/** Administrative division (GB/T 2260, or a local extension such as 3715A1 for a development zone). */
public record RegionCode(String value) implements Comparable<RegionCode> {

    public RegionCode {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank RegionCode");
        }
    }

    @Override
    public int compareTo(RegionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
