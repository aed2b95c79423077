package io.stackwatch.gateway.document;

import java.time.Year;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Number of a document (文号), such as {@code 聊环罚〔2026〕12号}: counted in each year for each authority and series.
 *
 * @param series authority and kind in short, such as {@code 聊环罚}
 * @param year in which it was issued
 * @param number from 1
 */
public record DocumentNumber(String series, Year year, int number) implements Comparable<DocumentNumber> {

    private static final Pattern FORM = Pattern.compile("([^〔〕\\s]+)〔(\\d{4})〕(\\d{1,6})号");

    public DocumentNumber {
        if (number < 1 || !FORM.matcher(text(series, year, number)).matches()) {
            throw new IllegalArgumentException("no document number: " + text(series, year, number));
        }
    }

    /** Reads what {@link #toString} wrote. */
    public static DocumentNumber parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no document number such as 聊环罚〔2026〕12号: '" + text + "'");
        }
        return new DocumentNumber(matcher.group(1), Year.parse(matcher.group(2)), Integer.parseInt(matcher.group(3)));
    }

    private static String text(String series, Year year, int number) {
        return series + "〔" + year + "〕" + number + "号";
    }

    @Override
    public int compareTo(DocumentNumber other) {
        int first = series.compareTo(other.series);
        int second = first != 0 ? first : year.compareTo(other.year);
        return second != 0 ? second : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return text(series, year, number);
    }
}
