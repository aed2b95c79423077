package io.stackwatch.core.transmission;

/**
 * Hours of factors that were taken out of the count, each for its reason.
 *
 * @param stopped an accepted stop (停运, 停产)
 * @param exempt an exemption that an officer granted
 * @param ownOutage missing while this system itself could not receive
 * @param standardCheck the daily check with a standard sample (标样核查) of a waste-water instrument
 */
public record Excluded(long stopped, long exempt, long ownOutage, long standardCheck) {

    /** Nothing was taken out. */
    public static final Excluded NONE = new Excluded(0, 0, 0, 0);

    /** Where no instrument checks itself with a standard sample. */
    public Excluded(long stopped, long exempt, long ownOutage) {
        this(stopped, exempt, ownOutage, 0);
    }

    /** One hour. An hour outside of the duty was never in the count and is not taken out of it. */
    static Excluded because(Due.Reason reason) {
        return switch (reason) {
            case NOT_REGISTERED, NOT_CONNECTED, NOT_ASSESSED -> NONE;
            case STOPPED -> new Excluded(1, 0, 0, 0);
            case EXEMPT -> new Excluded(0, 1, 0, 0);
            case OWN_OUTAGE -> new Excluded(0, 0, 1, 0);
            case STANDARD_CHECK -> new Excluded(0, 0, 0, 1);
        };
    }

    /** Both together. */
    public Excluded plus(Excluded other) {
        return new Excluded(
                stopped + other.stopped,
                exempt + other.exempt,
                ownOutage + other.ownOutage,
                standardCheck + other.standardCheck);
    }

    /** All together. */
    public long total() {
        return stopped + exempt + ownOutage + standardCheck;
    }
}
