package io.stackwatch.connectors.hj212.exchange;

/** A liberty that a station takes with the four phases of HJ 212-2017 6.2; recorded and tolerated. */
public enum Deviation {
    /** The answer carries another request number than the request (printed so in HJ 212-2017 C.43). */
    WRONG_QN,
    /** 9011 came again. */
    REPEATED_ANSWER,
    /** Data came and 9011 had not. */
    DATA_BEFORE_ANSWER,
    /** 9012 came and 9011 had not. */
    RESULT_WITHOUT_ANSWER,
    /** The response came and 9012 did not. */
    RESULT_MISSING,
    /** Something came behind the end. */
    BEHIND_THE_END,
    /** A 9011 without QnRtn or a 9012 without ExeRtn; taken for success. */
    CODE_MISSING,
    /** A QnRtn or ExeRtn that is no number; taken for no success. */
    CODE_UNREADABLE
}
