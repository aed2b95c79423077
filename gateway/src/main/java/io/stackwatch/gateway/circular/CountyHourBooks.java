package io.stackwatch.gateway.circular;

import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.CityMonth.County;
import io.stackwatch.gateway.circular.book.BureauTable;
import io.stackwatch.gateway.circular.book.Column;
import io.stackwatch.gateway.circular.book.Column.Kind;
import io.stackwatch.gateway.circular.book.WorkbookFile;
import io.stackwatch.gateway.circular.bytes.SealedFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workbook of hours for each county, one after the other, for a month that has more of them than one workbook bears. */
final class CountyHourBooks implements OutletHours.Reader, Closeable {

    private final CityMonth city;
    private final Heads heads;
    private final FigureSheets.HourFiles names;
    private final Path folder;
    private final int rowsPerSheet;
    private final List<Written> written = new ArrayList<>();
    private @Nullable Open open;

    private record Open(County county, SealedFile file, WorkbookFile book, HourSheets sheets) {}

    private record Written(County county, Paper paper, long rows, int sheets) {}

    CountyHourBooks(CityMonth city, Heads heads, FigureSheets.HourFiles names, Path folder, int rowsPerSheet) {
        this.city = city;
        this.heads = heads;
        this.names = names;
        this.folder = folder;
        this.rowsPerSheet = rowsPerSheet;
    }

    @Override
    public void read(OutletHours hours) throws IOException {
        Open current = open;
        if (current == null || !current.county().code().equals(hours.county().code())) {
            finish();
            current = begin(hours.county());
            open = current;
        }
        current.sheets().read(hours);
    }

    /** Ends the last one. */
    void finish() throws IOException {
        Open current = open;
        if (current != null) {
            open = null;
            try (SealedFile file = current.file()) {
                current.sheets().finish();
                current.book().close();
                Paper paper = Paper.of(Paper.Kind.HOUR_WORKBOOK, file.seal());
                written.add(new Written(
                        current.county(),
                        paper,
                        current.sheets().rows(),
                        current.sheets().sheets()));
            }
        }
    }

    List<Paper> papers() {
        return written.stream().map(Written::paper).toList();
    }

    /** The sheet that says which file has which hours. */
    void list(WorkbookFile main) throws IOException {
        BureauTable table = new BureauTable(
                main.sheet("小时"),
                heads.of("未计有效的小时（分县文件目录）", "单位：行", 1),
                List.of(
                        new Column("县（市、区）", 20, Kind.TEXT),
                        new Column("文件", 44, Kind.TEXT),
                        new Column("行数", 12, Kind.COUNT),
                        new Column("工作表数", 10, Kind.COUNT),
                        new Column("SHA-256", 68, Kind.TEXT)));
        for (Written one : written) {
            table.words(one.county().name())
                    .text(one.paper().name())
                    .count(one.rows())
                    .count(one.sheets())
                    .text(one.paper().sha256())
                    .endRow();
        }
        table.finish();
    }

    @Override
    public void close() throws IOException {
        Open current = open;
        if (current != null) {
            open = null;
            current.file().close();
        }
    }

    private Open begin(County county) throws IOException {
        RegionCode code = county.code();
        SealedFile file = new SealedFile(folder, names.name(code));
        WorkbookFile book = new WorkbookFile(file, Wording.month(city) + " " + county.name(), city.cutoff());
        HourSheets sheets = new HourSheets(book, heads.of(county.name() + "未计有效的小时", "单位：见因子", 3), rowsPerSheet);
        return new Open(county, file, book, sheets);
    }
}
