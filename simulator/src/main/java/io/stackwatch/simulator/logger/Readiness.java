package io.stackwatch.simulator.logger;

import io.stackwatch.simulator.report.Edition;

/** What a 9011 says (QnRtn, HJ 212-2017 Table 7). */
enum Readiness {
    READY(1),
    REJECTED(2),
    WRONG_PASSWORD(3),
    WRONG_STATION(4),
    WRONG_SYSTEM(5),
    WRONG_FLAG(6),
    WRONG_NUMBER(7),
    WRONG_COMMAND(8);

    private static final int LAST_OF_2005 = 3;

    private final int code;

    Readiness(int code) {
        this.code = code;
    }

    /** The code; 2005 knows the first three, as far as its text is known, and calls the rest rejected. */
    int code(Edition edition) {
        return edition == Edition.Y2005 && code > LAST_OF_2005 ? REJECTED.code : code;
    }
}
