package io.stackwatch.gateway.circular;

import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.Rate;
import io.stackwatch.core.transmission.RateBand;
import io.stackwatch.gateway.circular.book.BureauTable;
import io.stackwatch.gateway.circular.book.Column;
import io.stackwatch.gateway.circular.book.Column.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns that every table of figures has on its right, and how a line of figures stands in them. */
final class FigureColumns {

    private static final String HOURS = "因子小时数";
    private static final String TAKEN_OUT = "剔除（因子小时）";
    private static final String RATES = "比率（%）";

    private static final List<Column> COLUMNS = List.of(
            new Column(HOURS, "应传", 10, Kind.COUNT),
            new Column(HOURS, "实传", 10, Kind.COUNT),
            new Column(HOURS, "应有效", 10, Kind.COUNT),
            new Column(HOURS, "有效", 10, Kind.COUNT),
            new Column(TAKEN_OUT, "停运", 8, Kind.COUNT),
            new Column(TAKEN_OUT, "豁免", 7, Kind.COUNT),
            new Column(TAKEN_OUT, "本平台故障", 7, Kind.COUNT),
            new Column(TAKEN_OUT, "标样核查", 7, Kind.COUNT),
            new Column(RATES, "传输率", 8, Kind.PERCENT),
            new Column(RATES, "有效率", 8, Kind.PERCENT),
            new Column(RATES, "传输有效率", 8, Kind.PERCENT),
            new Column("档次", 10, Kind.MIDDLE));

    private final CityMonth city;

    FigureColumns(CityMonth city) {
        this.city = city;
    }

    /** The columns, behind those that say whose figures they are. */
    static List<Column> behind(Column... whose) {
        List<Column> all = new ArrayList<>(List.of(whose));
        all.addAll(COLUMNS);
        return all;
    }

    /** The cells of a line. */
    void put(MonthLine line, BureauTable table) {
        table.count(line.counts().due())
                .count(line.counts().received())
                .count(line.counts().mustBeValid())
                .count(line.counts().valid())
                .count(line.excluded().stopped())
                .count(line.excluded().exempt())
                .count(line.excluded().ownOutage())
                .count(line.excluded().standardCheck());
        rate(line.counts().transmission(), line, table, false);
        rate(line.counts().validity(), line, table, false);
        rate(line.counts().effective(), line, table, true);
        table.words(Wording.band(band(line), city));
    }

    RateBand band(MonthLine line) {
        return RateBand.of(line.counts().effective(), city.required(), city.farBelow());
    }

    Optional<RateText> text(Optional<Rate> rate) {
        return RateText.of(rate, city.required(), city.farBelow());
    }

    /** Only the effective transmission rate is held against the threshold; the others are shown. Without hours: 停运, or nothing. */
    private void rate(Optional<Rate> rate, MonthLine line, BureauTable table, boolean judged) {
        Optional<RateText> text = text(rate);
        if (text.isPresent()) {
            table.percent(text.get().percent(), judged && text.get().failing());
        } else {
            table.words(line.counts().due() == 0 ? Wording.STOPPED : "—");
        }
    }
}
