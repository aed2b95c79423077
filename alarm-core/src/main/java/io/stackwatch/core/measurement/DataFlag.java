package io.stackwatch.core.measurement;

/**
 * Data mark (数据标记) of a value exactly as the logger sent it: one to four characters, {@code N} for normal.
 *
 * <p>Kept verbatim, because letters differ between editions and devices. A flag that was not sent is not a flag: it is
 * represented by the absence of a {@code DataFlag}, never by {@code N}. HJ 212-2017 Table 8.
 */
public record DataFlag(String letters) {

    /** The instrument works normally (2005, 2017); the datum is valid (2025). */
    public static final DataFlag NORMAL = new DataFlag("N");

    /** The longest flag that is accepted. */
    public static final int MAX_LENGTH = 4;

    public DataFlag {
        if (letters.isEmpty() || letters.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a data flag has 1 to " + MAX_LENGTH + " characters: '" + letters + "'");
        }
    }

    /** Whether the logger itself calls the datum good. */
    public boolean isNormal() {
        return equals(NORMAL);
    }

    @Override
    public String toString() {
        return letters;
    }
}
