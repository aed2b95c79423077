package io.stackwatch.gateway.document;

import io.stackwatch.core.deadline.Period;
import io.stackwatch.core.enforcement.Matter;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.penalty.Yuan;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;

/** How documents write days, amounts, periods and matters. Pure. */
final class ChineseText {

    private ChineseText() {}

    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** From when until when, in hours of Asia/Shanghai. */
    static String span(Instant from, Instant until) {
        ZonedDateTime first = from.atZone(LegalTime.ZONE);
        ZonedDateTime last = until.atZone(LegalTime.ZONE);
        if (first.equals(last)) {
            return hour(first);
        }
        return hour(first) + "至" + (first.toLocalDate().equals(last.toLocalDate()) ? last.getHour() + "时" : hour(last));
    }

    static String hour(ZonedDateTime time) {
        return day(time.toLocalDate()) + time.getHour() + "时";
    }

    /** Words and figures: 人民币贰拾万元整（200,000.00元）. */
    static String money(Yuan amount) {
        return "人民币" + amount.inWords() + "（" + figures(amount) + "元）";
    }

    /** Such as {@code 200,000.00}. */
    static String figures(Yuan amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount.amount());
    }

    /** A range of fines as articles write it, in 万元 where it is whole. */
    static String range(Yuan minimum, Yuan maximum) {
        return tenThousands(minimum) + "以上" + tenThousands(maximum) + "以下";
    }

    private static String tenThousands(Yuan amount) {
        BigDecimal whole = amount.amount().movePointLeft(4).stripTrailingZeros();
        return whole.scale() <= 0 ? whole.toPlainString() + "万元" : figures(amount) + "元";
    }

    /** Such as 5个工作日, 60日, 6个月. */
    static String period(Period period) {
        return switch (period.unit()) {
            case WORKING_DAYS -> period.length() + "个工作日";
            case CALENDAR_DAYS -> period.length() + "日";
            case MONTHS -> period.length() + "个月";
        };
    }

    /** A share as percent: 0.03 is 3%. */
    static String percent(String share) {
        return new BigDecimal(share).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    static String number(Fraction number, int decimals) {
        return number.rounded(decimals).toPlainString();
    }

    /** What a case is called by its matter. */
    static String cause(Matter matter) {
        return switch (matter) {
            case EXCEEDING_STANDARD -> "超过大气污染物排放标准排放大气污染物";
            case EXCEEDING_PERMIT -> "超过许可排放浓度排放大气污染物";
            case NO_PERMIT -> "未取得排污许可证排放大气污染物";
            case EVASION -> "通过逃避监管的方式排放大气污染物";
            case FACILITIES_NOT_RUN -> "未按规定运行污染防治设施";
            case MONITORING_DUTIES -> "未履行自动监测义务";
            case NON_DISCLOSURE -> "未依法公开环境信息";
            case OBSTRUCTION -> "拒绝、阻挠监督检查";
            case DAILY_PENALTY -> "按日连续处罚";
            case APPLICABLE_LAW -> "法律适用";
            case LIMITATION_PERIOD -> "处罚时效";
            case ORDER_TO_CORRECT -> "责令改正";
            case RESTRICTION_OR_SUSPENSION -> "限制生产、停产整治";
            case SUSPENSION_EXEMPTION -> "不适用停产整治";
            case CLOSURE -> "责令停业、关闭";
            case SURCHARGE -> "加处罚款";
            case NO_PENALTY -> "不予行政处罚";
            case LISTED_SUPERVISION -> "挂牌督办";
            case INTERVIEW -> "约谈";
            case APPROVAL_LIMIT -> "区域限批";
        };
    }
}
