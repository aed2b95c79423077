package io.stackwatch.core.transmission;

/**
 * Hours of factors that were taken out of the count, each for its reason.
 *
 * @param stopped an accepted stop (停运, 停产)
 * @param exempt an exemption that an officer granted
 * @param ownOutage missing while this system itself could not receive
 */
public record Excluded(long stopped, long exempt, long ownOutage) {

    /** Nothing was taken out. */
    public static final Excluded NONE = new Excluded(0, 0, 0);

    /** Both together. */
    public Excluded plus(Excluded other) {
        return new Excluded(stopped + other.stopped, exempt + other.exempt, ownOutage + other.ownOutage);
    }

    /** All together. */
    public long total() {
        return stopped + exempt + ownOutage;
    }
}
