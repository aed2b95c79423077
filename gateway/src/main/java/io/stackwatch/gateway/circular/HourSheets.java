package io.stackwatch.gateway.circular;

import io.stackwatch.core.transmission.Standing;
import io.stackwatch.gateway.circular.HourLine.Report;
import io.stackwatch.gateway.circular.book.BureauTable;
import io.stackwatch.gateway.circular.book.Column;
import io.stackwatch.gateway.circular.book.Column.Kind;
import io.stackwatch.gateway.circular.book.TableHead;
import io.stackwatch.gateway.circular.book.WorkbookFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The hours that were due and do not count, each with its reason and the journal record it leads to. */
final class HourSheets implements OutletHours.Reader {

    private static final String REPORTED = "报送";

    private static final List<Column> COLUMNS = List.of(
            new Column("县（市、区）", 24, Kind.TEXT),
            new Column("企业名称", 28, Kind.TEXT),
            new Column("排放口编号", 20, Kind.TEXT),
            new Column("因子编码", 10, Kind.MIDDLE),
            new Column("因子", 18, Kind.TEXT),
            new Column("小时（起）", 17, Kind.MIDDLE),
            new Column("判定", 7, Kind.MIDDLE),
            new Column("原因", 16, Kind.TEXT),
            new Column("说明", 24, Kind.TEXT),
            new Column("依据编号", 18, Kind.TEXT),
            new Column(REPORTED, "数值", 11, Kind.REPORTED),
            new Column(REPORTED, "标记", 6, Kind.MIDDLE),
            new Column(REPORTED, "第几次", 7, Kind.COUNT),
            new Column("日志序号", 13, Kind.COUNT));

    private final SplitTable table;

    HourSheets(WorkbookFile book, TableHead head, int rowsPerSheet) {
        this.table = new SplitTable(book, HourPlaces::sheet, head, COLUMNS, rowsPerSheet);
    }

    @Override
    public void read(OutletHours hours) throws IOException {
        for (HourLine line : hours.lines()) {
            if (Loss.of(line.standing()).isPresent()) {
                write(hours, line);
            }
        }
    }

    /** How many hours were written. */
    long rows() {
        return table.rows();
    }

    int sheets() {
        return table.sheets();
    }

    void finish() throws IOException {
        table.finish();
    }

    private void write(OutletHours hours, HourLine line) throws IOException {
        BureauTable row = table.next()
                .words(hours.county().name())
                .words(hours.enterprise().name())
                .words(hours.outlet().id().value())
                .words(line.hour().factor().value())
                .words(FigureSheets.name(line.hour().factor()))
                .words(Wording.time(line.hour().start()))
                .words(Wording.standing(line.standing()))
                .words(Wording.reason(line.standing()))
                .text(detail(line.standing()))
                .text(decidedBy(line.standing()));
        Optional<Report> report = line.report();
        if (report.isPresent()) {
            row.text(report.get().value().orElse(""))
                    .words(report.get().flag().map(flag -> flag.letters()).orElse(""))
                    .count(report.get().version())
                    .count(report.get().sequence());
        } else {
            row.nothing().nothing().nothing().nothing();
        }
        row.endRow();
    }

    private static String detail(Standing standing) {
        return standing.match(notDue -> "", missing -> "", notValid -> notValid.detail(), valid -> "");
    }

    static String decidedBy(Standing standing) {
        return standing.match(
                notDue -> notDue.decidedBy(), missing -> "", notValid -> notValid.decidedBy(), valid -> "");
    }
}
