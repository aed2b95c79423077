package io.stackwatch.gateway.relay;

/** What becomes of a platform's command. Its name is kept in {@code relay_downlink}. */
enum Verdict {
    /** It goes to the station. */
    FORWARD(0),
    /** Its checksum is wrong, or it is encrypted and no key fits. */
    DAMAGED(9),
    /** No station of this MN is registered, or the platform does not get its frames. */
    UNKNOWN_STATION(4),
    /** The password is not the one that the platform has issued. */
    WRONG_PASSWORD(3),
    /** Another platform commands the station, or none does. */
    NOT_CONTROLLING(2),
    /** The station has as many requests open as it may have. */
    TOO_MANY(2);

    private final int qnRtn;

    Verdict(int qnRtn) {
        this.qnRtn = qnRtn;
    }

    /** How a 9011 says it (HJ 212-2017 Table 7). */
    int qnRtn() {
        return qnRtn;
    }
}
