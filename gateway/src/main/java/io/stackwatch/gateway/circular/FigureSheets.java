package io.stackwatch.gateway.circular;

import io.stackwatch.connectors.hj212.mapping.Factor;
import io.stackwatch.connectors.hj212.mapping.FactorTable;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.CityMonth.County;
import io.stackwatch.core.transmission.CityMonth.EnterpriseMonth;
import io.stackwatch.core.transmission.CityMonth.FactorMonth;
import io.stackwatch.core.transmission.CityMonth.OutletMonth;
import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.Rate;
import io.stackwatch.core.transmission.RateBand;
import io.stackwatch.gateway.circular.book.BureauTable;
import io.stackwatch.gateway.circular.book.Column;
import io.stackwatch.gateway.circular.book.Column.Kind;
import io.stackwatch.gateway.circular.book.WorkbookFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sheets of figures, each row leading to the rows of the next sheet that it is the sum of. */
final class FigureSheets {

    private static final String UNITS = "单位：因子小时、%";

    private final CityMonth city;
    private final FigureColumns figures;
    private final Heads heads;
    private final WorkbookFile book;

    FigureSheets(CityMonth city, Heads heads, WorkbookFile book) {
        this.city = city;
        this.figures = new FigureColumns(city);
        this.heads = heads;
        this.book = book;
    }

    /** The levels of the city with their bands; every level has the same sums. */
    void city() throws IOException {
        String group = "按传输有效率分档（个）";
        BureauTable table = table(
                "全市",
                "污染源自动监控数据传输有效率汇总表",
                1,
                new Column("层级", 10, Kind.TEXT),
                new Column("数量", 9, Kind.COUNT),
                new Column(group, Wording.band(RateBand.PASSING, city), 9, Kind.COUNT),
                new Column(group, Wording.band(RateBand.BELOW, city), 10, Kind.COUNT),
                new Column(group, Wording.band(RateBand.FAR_BELOW, city), 9, Kind.COUNT),
                new Column(group, Wording.band(RateBand.ZERO, city), 8, Kind.COUNT),
                new Column(group, Wording.band(RateBand.NOT_RATED, city), 8, Kind.COUNT),
                new Column("构成", 18, Kind.TEXT));
        List<County> counties = city.counties();
        List<EnterpriseMonth> enterprises = counties.stream()
                .flatMap(county -> county.enterprises().stream())
                .toList();
        List<OutletMonth> outlets = enterprises.stream()
                .flatMap(enterprise -> enterprise.outlets().stream())
                .toList();
        List<MonthLine> factors = outlets.stream()
                .flatMap(outlet -> outlet.factors().stream())
                .map(FactorMonth::line)
                .toList();
        level(table, "全市", List.of(city.line()), "区县", counties.size());
        level(table, "区县", counties.stream().map(County::line).toList(), "企业", enterprises.size());
        level(table, "企业", enterprises.stream().map(EnterpriseMonth::line).toList(), "排放口", outlets.size());
        level(table, "排放口", outlets.stream().map(OutletMonth::line).toList(), "因子", factors.size());
        level(table, "因子", factors, "小时", 0);
        table.finish();
    }

    /** The counties as a circular ranks them. */
    void counties() throws IOException {
        String group = "企业（参考口径）";
        BureauTable table = table(
                "区县",
                "各县（市、区）污染源自动监控数据传输有效率排名表",
                3,
                new Column("名次", 6, Kind.MIDDLE),
                new Column("区划代码", 10, Kind.MIDDLE),
                new Column("县（市、区）", 24, Kind.TEXT),
                new Column("曾用代码", 10, Kind.MIDDLE),
                new Column(group, "参评数", 8, Kind.COUNT),
                new Column(group, "达标数", 8, Kind.COUNT),
                new Column(group, "达标占比（%）", 10, Kind.PERCENT),
                new Column(group, "企业均值（%）", 10, Kind.PERCENT),
                new Column("构成", 18, Kind.TEXT));
        for (Ranking.Place place : Ranking.of(city)) {
            County county = place.county();
            table.words(place.text())
                    .words(county.code().value())
                    .words(county.name())
                    .words(county.formerCodes().stream()
                            .map(code -> code.value())
                            .collect(Collectors.joining(" ")))
                    .count(county.rated())
                    .count(county.passing());
            share(table, figures.text(Rate.of(county.passing(), county.rated())));
            share(
                    table,
                    county.meanOfEnterprises().map(mean -> RateText.ofShare(mean, city.required(), city.farBelow())));
            rowsOf(table, "企业", place.firstEnterprise(), county.enterprises().size());
            figures.put(county.line(), table);
            table.endRow();
        }
        table.finish();
    }

    /** Every enterprise. */
    void enterprises() throws IOException {
        BureauTable table = table(
                "企业",
                "企业污染源自动监控数据传输有效率统计表",
                3,
                new Column("县（市、区）", 24, Kind.TEXT),
                new Column("企业编号", 18, Kind.TEXT),
                new Column("企业名称", 28, Kind.TEXT),
                new Column("排放口数", 9, Kind.COUNT),
                new Column("构成", 18, Kind.TEXT));
        int outlets = 0;
        for (County county : city.counties()) {
            for (EnterpriseMonth enterprise : county.enterprises()) {
                int own = enterprise.outlets().size();
                table.words(county.name())
                        .text(enterprise.id().value())
                        .words(enterprise.name())
                        .count(own);
                rowsOf(table, "排放口", outlets, own);
                outlets += own;
                figures.put(enterprise.line(), table);
                table.endRow();
            }
        }
        table.finish();
    }

    /** Every outlet. */
    void outlets() throws IOException {
        BureauTable table = table(
                "排放口",
                "排放口污染源自动监控数据传输有效率统计表",
                4,
                new Column("县（市、区）", 24, Kind.TEXT),
                new Column("企业名称", 28, Kind.TEXT),
                new Column("排放口编号", 20, Kind.TEXT),
                new Column("排放口名称", 24, Kind.TEXT),
                new Column("因子数", 8, Kind.COUNT),
                new Column("构成", 18, Kind.TEXT));
        int factors = 0;
        for (County county : city.counties()) {
            for (EnterpriseMonth enterprise : county.enterprises()) {
                for (OutletMonth outlet : enterprise.outlets()) {
                    int own = outlet.factors().size();
                    table.words(county.name())
                            .words(enterprise.name())
                            .words(outlet.id().value())
                            .words(outlet.name())
                            .count(own);
                    rowsOf(table, "因子", factors, own);
                    factors += own;
                    figures.put(outlet.line(), table);
                    table.endRow();
                }
            }
        }
        table.finish();
    }

    /** Every factor of every outlet, leading to its hours that are not valid. */
    void factors(HourPlaces places, Optional<HourFiles> otherFiles) throws IOException {
        BureauTable table = table(
                "因子",
                "因子自动监控数据传输有效率统计表",
                5,
                new Column("县（市、区）", 24, Kind.TEXT),
                new Column("企业名称", 28, Kind.TEXT),
                new Column("排放口编号", 20, Kind.TEXT),
                new Column("因子编码", 10, Kind.MIDDLE),
                new Column("因子", 18, Kind.TEXT),
                new Column("未计有效的小时", 24, Kind.TEXT));
        for (County county : city.counties()) {
            otherFiles.ifPresent(files -> places.moveTo(files.name(county.code())));
            for (EnterpriseMonth enterprise : county.enterprises()) {
                for (OutletMonth outlet : enterprise.outlets()) {
                    for (FactorMonth factor : outlet.factors()) {
                        table.words(county.name())
                                .words(enterprise.name())
                                .words(outlet.id().value())
                                .words(factor.factor().value())
                                .words(name(factor.factor()));
                        place(table, places.next(lost(factor.line())));
                        figures.put(factor.line(), table);
                        table.endRow();
                    }
                }
            }
        }
        table.finish();
    }

    /** How many hours of a line were due and do not count. */
    static long lost(MonthLine line) {
        return line.counts().due() - line.counts().valid();
    }

    /** The standard's name of a factor; its code if the standard has none. */
    static String name(FactorCode code) {
        return FactorTable.standard().find(code.value()).map(Factor::nameZh).orElse(code.value());
    }

    /** Names of the workbooks of hours, if hours have workbooks of their own. */
    @FunctionalInterface
    interface HourFiles {

        String name(io.stackwatch.core.registry.RegionCode county);
    }

    private BureauTable table(String sheet, String title, int frozen, Column... whose) {
        return new BureauTable(book.sheet(sheet), heads.of(title, UNITS, frozen), FigureColumns.behind(whose));
    }

    private void level(BureauTable table, String name, List<MonthLine> lines, String below, int partsBelow)
            throws IOException {
        table.words(name).count(lines.size());
        for (RateBand band : RateBand.values()) {
            table.count(
                    lines.stream().filter(line -> figures.band(line) == band).count());
        }
        rowsOf(table, below, 0, partsBelow);
        figures.put(lines.stream().reduce(MonthLine.NONE, MonthLine::plus), table);
        table.endRow();
    }

    /** Leads to rows of the sheet below; the sheet of hours has no sum, so only its name is given. */
    private static void rowsOf(BureauTable table, String sheet, int before, int rows) {
        int first = BureauTable.FIRST_ROW + before;
        if (rows == 0) {
            table.words(sheet.equals("小时") ? "应传减有效＝小时表行数" : "—");
        } else {
            int last = first + rows - 1;
            table.link(
                    sheet + " 第" + first + (rows == 1 ? "行" : "～" + last + "行"),
                    "'" + sheet + "'!A" + first + ":A" + last);
        }
    }

    private static void place(BureauTable table, Optional<HourPlaces.Place> place) {
        if (place.isEmpty()) {
            table.words("无");
        } else if (place.get().link().isPresent()) {
            table.link(place.get().text(), place.get().link().get());
        } else {
            table.text(place.get().text());
        }
    }

    private static void share(BureauTable table, Optional<RateText> text) {
        if (text.isPresent()) {
            table.percent(text.get().percent(), false);
        } else {
            table.words(Wording.STOPPED);
        }
    }
}
