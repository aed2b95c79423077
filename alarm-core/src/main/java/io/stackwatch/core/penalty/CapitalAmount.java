package io.stackwatch.core.penalty;

import java.math.BigInteger;

/**
 * Amounts in Chinese capital numerals (大写), as the rules on notes and vouchers of the People's Bank write them: 壹万元整, 壹元零伍分.
 *
 * <p>A run of zeros inside is one 零; zeros at the end of a group of four are not written; 整 stands behind an amount that ends with yuan, and
 * not behind jiao or fen; a missing jiao between yuan and fen is 零.
 */
final class CapitalAmount {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿"};
    private static final int GROUP = 10_000;

    private CapitalAmount() {}

    static String of(Yuan amount) {
        BigInteger fen = amount.amount().movePointRight(2).toBigIntegerExact();
        BigInteger[] split = fen.divideAndRemainder(BigInteger.valueOf(100));
        int rest = split[1].intValueExact();
        String yuan = whole(split[0]);
        if (rest == 0) {
            return (yuan.isEmpty() ? "零" : yuan) + "元整";
        }
        StringBuilder text = new StringBuilder();
        if (!yuan.isEmpty()) {
            text.append(yuan).append('元');
        }
        int jiao = rest / 10;
        int lastFen = rest % 10;
        if (jiao > 0) {
            text.append(digit(jiao)).append('角');
        } else if (!yuan.isEmpty()) {
            text.append('零');
        }
        if (lastFen > 0) {
            text.append(digit(lastFen)).append('分');
        }
        return text.toString();
    }

    private static String whole(BigInteger yuan) {
        if (yuan.bitLength() > 62 || yuan.longValueExact() >= (long) GROUP * GROUP * GROUP) {
            throw new IllegalArgumentException("no words for an amount of a trillion and more: " + yuan);
        }
        long left = yuan.longValueExact();
        StringBuilder text = new StringBuilder();
        boolean zeroBefore = false;
        for (int group = GROUPS.length - 1; group >= 0; group--) {
            long unit = Math.round(Math.pow(GROUP, group));
            int value = (int) (left / unit);
            left %= unit;
            if (value == 0) {
                zeroBefore = text.length() > 0;
                continue;
            }
            if (zeroBefore || (text.length() > 0 && value < 1000)) {
                text.append('零');
            }
            text.append(four(value)).append(GROUPS[group]);
            zeroBefore = false;
        }
        return text.toString();
    }

    /** One to 9999, without leading or trailing zeros. */
    private static String four(int value) {
        StringBuilder text = new StringBuilder();
        boolean zero = false;
        int left = value;
        for (int place = PLACES.length - 1, unit = 1000; place >= 0; place--, unit /= 10) {
            int digit = left / unit;
            left %= unit;
            if (digit == 0) {
                zero = text.length() > 0;
                continue;
            }
            if (zero) {
                text.append('零');
            }
            text.append(digit(digit)).append(PLACES[place]);
            zero = false;
        }
        return text.toString();
    }

    private static char digit(int digit) {
        return DIGITS.charAt(digit);
    }
}
