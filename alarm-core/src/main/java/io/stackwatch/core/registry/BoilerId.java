package io.stackwatch.core.registry;

/** Identity of a boiler in the city's list (燃煤锅炉清单), such as a boiler registration number; unique in the city. */
public record BoilerId(String value) implements Comparable<BoilerId> {

    public BoilerId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank BoilerId");
        }
    }

    @Override
    public int compareTo(BoilerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
