package io.stackwatch.gateway.records;

/**
 * What became of frames for a target (对账).
 *
 * @param due frames that had to be sent
 * @param again frames that an officer had sent once more
 * @param sent frames that left at least once
 * @param receipted frames whose receipt came
 * @param written frames that ask for no receipt and were written
 * @param refused frames that could not be sent, each with its reason elsewhere
 * @param givenUp frames that got no receipt, however often they were tried
 */
public record RelayFigures(long due, long again, long sent, long receipted, long written, long refused, long givenUp) {

    private static final RelayFigures NONE = new RelayFigures(0, 0, 0, 0, 0, 0, 0);

    /** Nothing. */
    public static RelayFigures none() {
        return NONE;
    }

    /** Both together. */
    public RelayFigures plus(RelayFigures other) {
        return new RelayFigures(
                due + other.due,
                again + other.again,
                sent + other.sent,
                receipted + other.receipted,
                written + other.written,
                refused + other.refused,
                givenUp + other.givenUp);
    }

    /** Frames of which nothing final is known. */
    public long outstanding() {
        return due + again - receipted - written - refused - givenUp;
    }
}
