package io.stackwatch.core.registry;

/** Identity of an outlet (排放口, DA number) in the registry; unique in the city. */
public record OutletId(String value) implements Comparable<OutletId> {

    public OutletId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank OutletId");
        }
    }

    @Override
    public int compareTo(OutletId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
