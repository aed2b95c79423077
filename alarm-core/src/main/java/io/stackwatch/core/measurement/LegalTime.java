package io.stackwatch.core.measurement;

import java.time.ZoneId;

/** The zone in which the law counts hours and days here. */
public final class LegalTime {

    /** China's legal time; its rules in the tz database are followed, including the summer times of 1986 to 1991. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private LegalTime() {}
}
