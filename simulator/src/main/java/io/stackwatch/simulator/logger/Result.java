package io.stackwatch.simulator.logger;

import io.stackwatch.simulator.report.Edition;

/** What a 9012 says (ExeRtn, HJ 212-2017 Table 6). */
enum Result {
    DONE(1),
    FAILED(2),
    WRONG_CONDITIONS(3),
    BUSY(5),
    NO_DATA(100);

    private final int code;

    Result(int code) {
        this.code = code;
    }

    /** The code; 2005 knows 1, 2 and 100, as far as its text is known. */
    int code(Edition edition) {
        boolean unknown = edition == Edition.Y2005 && (this == WRONG_CONDITIONS || this == BUSY);
        return unknown ? FAILED.code : code;
    }
}
