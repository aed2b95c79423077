package io.stackwatch.gateway.circular;

import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.Verification;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.Due;
import io.stackwatch.core.transmission.RateBand;
import io.stackwatch.core.transmission.Standing;
import io.stackwatch.core.transmission.Variant;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;

/** The words of the papers, in Chinese and the same in every locale and zone. */
final class Wording {

    static final String STOPPED = "停运";

    private Wording() {}

    static String month(CityMonth city) {
        return city.month().getYear() + "年" + city.month().getMonthValue() + "月";
    }

    static String variant(Variant variant) {
        return variant == Variant.FINAL ? "补全（最终）" : "即时";
    }

    /** An instant as the wall clock of the law shows it, to the minute. */
    static String time(Instant instant) {
        ZonedDateTime local = instant.atZone(LegalTime.ZONE);
        StringBuilder text = new StringBuilder(16).append(local.getYear()).append('-');
        two(text, local.getMonthValue()).append('-');
        two(text, local.getDayOfMonth()).append(' ');
        two(text, local.getHour()).append(':');
        return two(text, local.getMinute()).toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return number < 10 ? text.append('0').append(number) : text.append(number);
    }

    static String band(RateBand band, CityMonth city) {
        return switch (band) {
            case PASSING -> "≥" + percent(city.required());
            case BELOW -> percent(city.farBelow()) + "～" + percent(city.required());
            case FAR_BELOW -> "0～" + percent(city.farBelow());
            case ZERO -> "为0";
            case NOT_RATED -> STOPPED;
        };
    }

    static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    /** How an hour counts, in one word. */
    static String standing(Standing standing) {
        return standing.match(notDue -> "不计应传", missing -> "缺失", notValid -> "无效", valid -> "有效");
    }

    /** Why; empty text for a valid hour. */
    static String reason(Standing standing) {
        return standing.match(
                notDue -> notDue(notDue.reason()),
                missing -> Loss.of(missing).orElseThrow().chinese(),
                notValid -> Loss.of(notValid).orElseThrow().chinese(),
                valid -> "");
    }

    static String notDue(Due.Reason reason) {
        return switch (reason) {
            case NOT_REGISTERED -> "未登记";
            case NOT_CONNECTED -> "未联网";
            case NOT_ASSESSED -> "非考核因子";
            case STOPPED -> "停运";
            case EXEMPT -> "豁免";
            case STANDARD_CHECK -> "标样核查";
            case OWN_OUTAGE -> "本平台故障";
        };
    }

    static String mark(Verification mark) {
        return switch (mark) {
            case VERIFIED -> "已核对原文";
            case SECONDARY -> "二手来源";
            case UNVERIFIED -> "未核对";
            case DESIGN -> "本系统设定，非法定";
        };
    }
}
