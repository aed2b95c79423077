package io.stackwatch.simulator.conform;

import java.util.Optional;

/** For which edition a case is: the folder in which its script stands. */
public enum KitEdition {
    /** HJ/T 212-2005. */
    OF_2005("2005", 2005, 0),
    /** HJ 212-2017. */
    OF_2017("2017", 2017, 1),
    /** HJ 212-2025 in clear. */
    OF_2025("2025", 2025, 2),
    /** HJ 212-2025 with SM4. */
    OF_2025_SM4("2025-sm4", 2025, 2);

    private final String label;
    private final int year;
    private final int version;

    KitEdition(String label, int year, int version) {
        this.label = label;
        this.year = year;
        this.version = version;
    }

    /** The edition of that label, such as {@code 2025-sm4}. */
    public static Optional<KitEdition> labelled(String label) {
        for (KitEdition edition : values()) {
            if (edition.label.equals(label)) {
                return Optional.of(edition);
            }
        }
        return Optional.empty();
    }

    /** As it is written on the command line and in the folder's name. */
    public String label() {
        return label;
    }

    /** The year of the text. */
    public int year() {
        return year;
    }

    /** The version bits of Flag. */
    public int version() {
        return version;
    }

    /** Whether content is encrypted. */
    public boolean isEncrypted() {
        return this == OF_2025_SM4;
    }

    @Override
    public String toString() {
        return label;
    }
}
