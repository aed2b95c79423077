package io.stackwatch.connectors.hj212.exchange;

import io.stackwatch.connectors.hj212.session.StationProfile.Edition;

/**
 * One row of {@code return-codes.csv}: what a station's return code says.
 *
 * @param kind whether it answers a request or reports a result
 * @param edition the edition whose table it is
 * @param code the code, such as 100
 * @param zh in Chinese
 * @param en in English
 * @param mark how far the row was checked
 */
public record ReturnCode(Kind kind, Edition edition, int code, String zh, String en, String mark) {

    /** Stands for a code that came and is no number: it says no success, and its text is not kept. */
    public static final int UNREADABLE = -1;

    /** The two tables (HJ 212-2017 Tables 6 and 7). */
    public enum Kind {
        /** QnRtn of 9011 (请求返回值). */
        QN_RTN,
        /** ExeRtn of 9012 (执行结果). */
        EXE_RTN
    }
}
