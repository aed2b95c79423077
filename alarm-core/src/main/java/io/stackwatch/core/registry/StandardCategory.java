package io.stackwatch.core.registry;

/** Category of an emission standard that an outlet belongs to, such as {@code GB13223-2011.01}: the {@code category} column of the standard limits. */
public record StandardCategory(String value) implements Comparable<StandardCategory> {

    public StandardCategory {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank StandardCategory");
        }
    }

    @Override
    public int compareTo(StandardCategory other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
