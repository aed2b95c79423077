package io.stackwatch.simulator.load;

/** Writes times as digits into a frame, without garbage: the proleptic calendar by integer arithmetic. */
final class Digits {

    private static final int SECONDS_PER_DAY = 86_400;

    private Digits() {}

    /** Writes {@code yyyyMMddHHmmss} for a second of the local epoch; returns it as a number. */
    static long writeSecond(byte[] bytes, int at, long localSecond) {
        long value = second(localSecond);
        write(bytes, at, 14, value);
        return value;
    }

    /** Writes {@code yyyyMMddHHmmssSSS} for a millisecond of the local epoch; returns it as a number. */
    static long writeMillisecond(byte[] bytes, int at, long localMillisecond) {
        long value = second(Math.floorDiv(localMillisecond, 1_000L)) * 1_000 + Math.floorMod(localMillisecond, 1_000L);
        write(bytes, at, 17, value);
        return value;
    }

    static void write(byte[] bytes, int at, int digits, long value) {
        long rest = value;
        for (int i = at + digits - 1; i >= at; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** Days since the epoch to year, month, day: eras of 400 years that begin in March. */
    private static long second(long localSecond) {
        long day = Math.floorDiv(localSecond, (long) SECONDS_PER_DAY);
        int inDay = (int) Math.floorMod(localSecond, (long) SECONDS_PER_DAY);
        long shifted = day + 719_468;
        long era = Math.floorDiv(shifted, 146_097L);
        int dayOfEra = (int) Math.floorMod(shifted, 146_097L);
        int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int monthIndex = (5 * dayOfYear + 2) / 153;
        int dayOfMonth = dayOfYear - (153 * monthIndex + 2) / 5 + 1;
        int month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        long date = year * 10_000 + month * 100L + dayOfMonth;
        long time = inDay / 3_600 * 10_000L + inDay / 60 % 60 * 100L + inDay % 60;
        return date * 1_000_000 + time;
    }
}
