package io.stackwatch.gateway.circular;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.transmission.CityMonth.County;
import io.stackwatch.core.transmission.CityMonth.EnterpriseMonth;
import io.stackwatch.core.transmission.CityMonth.OutletMonth;
import io.stackwatch.core.transmission.Due;
import io.stackwatch.core.transmission.Excluded;
import io.stackwatch.gateway.circular.book.BureauTable;
import io.stackwatch.gateway.circular.book.Column;
import io.stackwatch.gateway.circular.book.Column.Kind;
import io.stackwatch.gateway.circular.book.WorkbookFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was taken out of the count (剔除), as stretches of time: an accepted stop of five days is one line, not 120 hours of
 * five factors. Kept in memory until the sheet of hours has ended.
 */
final class ExcludedSpans implements OutletHours.Reader {

    private static final Duration HOUR = Duration.ofHours(1);

    private static final List<Column> COLUMNS = List.of(
            new Column("县（市、区）", 24, Kind.TEXT),
            new Column("企业名称", 28, Kind.TEXT),
            new Column("排放口编号", 20, Kind.TEXT),
            new Column("排放口名称", 24, Kind.TEXT),
            new Column("原因", 12, Kind.MIDDLE),
            new Column("起", 17, Kind.MIDDLE),
            new Column("止", 17, Kind.MIDDLE),
            new Column("小时数", 9, Kind.COUNT),
            new Column("因子数", 8, Kind.COUNT),
            new Column("因子小时", 10, Kind.COUNT),
            new Column("因子编码", 40, Kind.TEXT),
            new Column("依据编号", 22, Kind.TEXT));

    private final List<Span> spans = new ArrayList<>();

    private record Stretch(Instant from, Instant until, Due.Reason reason, String decidedBy)
            implements Comparable<Stretch> {

        long hours() {
            return Duration.between(from, until).toHours();
        }

        boolean goesOnWith(Stretch next) {
            return until.equals(next.from) && reason == next.reason && decidedBy.equals(next.decidedBy);
        }

        @Override
        public int compareTo(Stretch other) {
            int byTime = from.compareTo(other.from);
            int byEnd = byTime != 0 ? byTime : until.compareTo(other.until);
            int byReason = byEnd != 0 ? byEnd : reason.compareTo(other.reason);
            return byReason != 0 ? byReason : decidedBy.compareTo(other.decidedBy);
        }
    }

    private record Span(
            County county, EnterpriseMonth enterprise, OutletMonth outlet, Stretch stretch, List<FactorCode> factors) {}

    @Override
    public void read(OutletHours hours) {
        Map<Stretch, List<FactorCode>> found = new TreeMap<>();
        Optional<FactorCode> factor = Optional.empty();
        Optional<Stretch> current = Optional.empty();
        for (HourLine line : hours.lines()) {
            Optional<FactorCode> own = Optional.of(line.hour().factor());
            Optional<Stretch> next = stretch(line);
            Optional<Stretch> joined = own.equals(factor) ? joined(current, next) : Optional.empty();
            if (joined.isEmpty()) {
                keep(current, factor, found);
            }
            factor = own;
            current = joined.or(() -> next);
        }
        keep(current, factor, found);
        found.forEach((stretch, factors) ->
                spans.add(new Span(hours.county(), hours.enterprise(), hours.outlet(), stretch, List.copyOf(factors))));
    }

    /** Writes them; at least one sheet. */
    void write(WorkbookFile book, Heads heads, int rowsPerSheet) throws IOException {
        SplitTable table = new SplitTable(
                book,
                number -> number == 0 ? "剔除" : "剔除" + (number + 1),
                heads.of("不计应传的时段（剔除）", "单位：小时、因子小时", 3),
                COLUMNS,
                rowsPerSheet);
        for (Span span : spans) {
            BureauTable row = table.next();
            row.words(span.county().name())
                    .words(span.enterprise().name())
                    .words(span.outlet().id().value())
                    .words(span.outlet().name())
                    .words(Wording.notDue(span.stretch().reason()))
                    .words(Wording.time(span.stretch().from()))
                    .words(Wording.time(span.stretch().until()))
                    .count(span.stretch().hours())
                    .count(span.factors().size())
                    .count(span.stretch().hours() * span.factors().size())
                    .words(span.factors().stream().map(FactorCode::value).collect(Collectors.joining(" ")))
                    .text(span.stretch().decidedBy())
                    .endRow();
        }
        table.finish();
    }

    private static void keep(
            Optional<Stretch> stretch, Optional<FactorCode> factor, Map<Stretch, List<FactorCode>> found) {
        if (stretch.isPresent() && factor.isPresent()) {
            found.computeIfAbsent(stretch.get(), key -> new ArrayList<>()).add(factor.get());
        }
    }

    /** Both as one, if the second goes on where the first ends and for the same reason. */
    private static Optional<Stretch> joined(Optional<Stretch> first, Optional<Stretch> second) {
        return first.flatMap(before -> second.filter(before::goesOnWith)
                .map(after -> new Stretch(before.from(), after.until(), before.reason(), before.decidedBy())));
    }

    /** The hour as a stretch, if it was taken out of the count; hours outside of the duty never were in it. */
    private static Optional<Stretch> stretch(HourLine line) {
        if (line.standing().excluded().equals(Excluded.NONE)) {
            return Optional.empty();
        }
        Instant from = line.hour().start();
        return line.standing()
                .match(
                        notDue -> Optional.of(new Stretch(from, from.plus(HOUR), notDue.reason(), notDue.decidedBy())),
                        missing -> Optional.empty(),
                        notValid -> Optional.empty(),
                        valid -> Optional.empty());
    }
}
