package io.stackwatch.core.registry;

/** Identity of an enterprise (企业) in the registry. */
public record EnterpriseId(String value) implements Comparable<EnterpriseId> {

    public EnterpriseId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank EnterpriseId");
        }
    }

    @Override
    public int compareTo(EnterpriseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
