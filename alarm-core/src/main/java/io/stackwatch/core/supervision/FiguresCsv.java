package io.stackwatch.core.supervision;

import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.supervision.FigureLine.CountyFacts;
import io.stackwatch.core.transmission.Counts;
import io.stackwatch.core.transmission.Excluded;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The canonical text of the figures of a month, of which the digest is taken: the same figures give the same bytes, on every machine
 * and in every year (decision record 0028). UTF-8, lines end with a line feed, cells with a comma, quote or line break are quoted as
 * RFC 4180 says; decimals are plain and without trailing zeros; an empty cell is a fact that is not there.
 */
public final class FiguresCsv {

    /** The first lines name the count, this one the columns. */
    private static final String COLUMNS =
            "level,county,enterprise,outlet,factor,name,due,received,must_be_valid,valid,stopped,exempt,own_outage,standard_check,"
                    + "former_codes,mean_of_enterprises,passing,rated\n";

    private FiguresCsv() {}

    /** The text; held in memory, about 100 bytes a line. */
    public static String text(MonthFigures figures) {
        StringBuilder text = new StringBuilder(100 * (figures.lines().size() + 3));
        try {
            write(figures, text);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot be written", impossible);
        }
        return text.toString();
    }

    /** Writes the text. */
    public static void write(MonthFigures figures, Appendable out) throws IOException {
        FigureHead head = figures.head();
        out.append("month,variant,cutoff,required,far_below\n");
        out.append(head.month().toString())
                .append(',')
                .append(head.variant().name())
                .append(',')
                .append(head.cutoff().toString())
                .append(',')
                .append(plain(head.required()))
                .append(',')
                .append(plain(head.farBelow()))
                .append('\n');
        out.append(COLUMNS);
        for (FigureLine line : figures.lines()) {
            write(line, out);
        }
    }

    private static void write(FigureLine line, Appendable out) throws IOException {
        LinePlace place = line.place();
        Counts counts = line.line().counts();
        Excluded excluded = line.line().excluded();
        out.append(place.level().name());
        cell(out, place.county().map(RegionCode::value).orElse(""));
        cell(out, place.enterprise().map(id -> id.value()).orElse(""));
        cell(out, place.outlet().map(id -> id.value()).orElse(""));
        cell(out, place.factor().map(code -> code.value()).orElse(""));
        cell(out, line.name());
        for (long number : new long[] {
            counts.due(),
            counts.received(),
            counts.mustBeValid(),
            counts.valid(),
            excluded.stopped(),
            excluded.exempt(),
            excluded.ownOutage(),
            excluded.standardCheck()
        }) {
            out.append(',').append(Long.toString(number));
        }
        cell(out, line.county().map(facts -> codes(facts.formerCodes())).orElse(""));
        cell(
                out,
                line.county()
                        .flatMap(CountyFacts::meanOfEnterprises)
                        .map(FiguresCsv::plain)
                        .orElse(""));
        cell(out, line.county().map(facts -> Integer.toString(facts.passing())).orElse(""));
        cell(out, line.county().map(facts -> Integer.toString(facts.rated())).orElse(""));
        out.append('\n');
    }

    private static String codes(List<RegionCode> codes) {
        return codes.stream().map(RegionCode::value).collect(Collectors.joining(" "));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static void cell(Appendable out, String text) throws IOException {
        out.append(',');
        if (text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
            out.append(text);
        } else {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }
}
