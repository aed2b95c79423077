package io.stackwatch.gateway.circular;

import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.gateway.circular.book.BureauTable;
import io.stackwatch.gateway.circular.book.Column;
import io.stackwatch.gateway.circular.book.Column.Kind;
import io.stackwatch.gateway.circular.book.WorkbookFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The sheets that say how a figure is followed to its hours, and how everything was counted. */
final class NoteSheets {

    private final CityMonth city;
    private final MonthHeader header;
    private final String digest;

    NoteSheets(CityMonth city, MonthHeader header, String digest) {
        this.city = city;
        this.header = header;
        this.digest = digest;
    }

    /** The way from a figure to the journal. */
    void chain(WorkbookFile book, Heads heads) throws IOException {
        BureauTable table = new BureauTable(
                book.sheet("追溯"),
                heads.of("数字追溯路径", "", 1),
                List.of(
                        new Column("步", 5, Kind.MIDDLE),
                        new Column("工作表", 10, Kind.MIDDLE),
                        new Column("数字", 34, Kind.LINES),
                        new Column("由何合成", 46, Kind.LINES),
                        new Column("怎样走到下一步", 60, Kind.LINES)));
        for (List<String> row : Definitions.rows("chain.csv")) {
            row.forEach(table::words);
            table.endRow();
        }
        table.finish();
    }

    /** Definitions, thresholds with their marks, and what identifies these figures. */
    void notes(WorkbookFile book, Heads heads) throws IOException {
        BureauTable table = new BureauTable(
                book.sheet("说明"),
                heads.of("统计说明", "", 1),
                List.of(
                        new Column("类别", 10, Kind.MIDDLE),
                        new Column("项目", 24, Kind.LINES),
                        new Column("内容", 80, Kind.LINES),
                        new Column("来源", 44, Kind.LINES),
                        new Column("核对情况", 22, Kind.LINES)));
        for (List<String> row : identity()) {
            table.words("本表")
                    .words(row.get(0))
                    .text(row.get(1))
                    .nothing()
                    .nothing()
                    .endRow();
        }
        for (MonthHeader.Threshold threshold : header.thresholds()) {
            table.words("限值")
                    .words(threshold.name())
                    .text(threshold.value())
                    .text(threshold.source())
                    .words(Wording.mark(threshold.mark()))
                    .endRow();
        }
        for (List<String> row : Definitions.rows("definitions.csv")) {
            table.words("定义")
                    .words(row.get(0))
                    .text(row.get(1))
                    .nothing()
                    .nothing()
                    .endRow();
        }
        table.finish();
    }

    /** What identifies the figures, as pairs of item and text. */
    List<List<String>> identity() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("统计月份", Wording.month(city)));
        rows.add(List.of("口径", Wording.variant(city.variant())));
        rows.add(List.of("状态", header.state().chinese() + (header.state().isBinding() ? "" : "（不作为考核依据）")));
        rows.add(List.of("版本", "第" + header.version() + "版"));
        header.reason().ifPresent(reason -> rows.add(List.of("重新计算的理由", reason)));
        rows.add(List.of("经手", header.by()));
        rows.add(List.of("统计截止", Wording.time(city.cutoff()) + "（北京时间；此后收到的不计）"));
        rows.add(List.of("依据", header.basis()));
        rows.add(List.of("数据摘要（SHA-256）", digest));
        rows.add(List.of("摘要的算法", "五个CSV文件依次首尾相接后的SHA-256：city、counties、enterprises、outlets、factors"));
        header.registeredDigest().ifPresent(registered -> rows.add(List.of("版本登记摘要（SHA-256）", registered)));
        rows.add(List.of("程序版本", header.program()));
        return rows;
    }
}
