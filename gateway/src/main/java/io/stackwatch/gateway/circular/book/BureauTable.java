package io.stackwatch.gateway.circular.book;

import io.stackwatch.gateway.circular.book.Column.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/**
 * A sheet as a bureau sets a table. Cells are given from left to right, rows from top to bottom; rows that are full leave
 * memory. Not thread-safe.
 */
public final class BureauTable {

    /** Where the rows begin, counted from 1 as a reader of the sheet counts. */
    public static final int FIRST_ROW = 5;

    /** More than a reader's program accepts in one sheet are not made; the programs' own limit is 65,530. */
    public static final int MOST_LINKS = 60_000;

    private static final int ROWS_AT_ONCE = 250;
    private static final int GROUPS = 2;
    private static final int NAMES = 3;
    private static final double LINE_HEIGHT = 14;
    private static final String TITLE_FONT = "黑体";
    private static final String FONT = "宋体";
    private static final String SHADE = "F2F2F2";
    private static final String LINK_COLOUR = "0563C1";
    private static final String FAILING_COLOUR = "C00000";

    private final Worksheet sheet;
    private final List<Column> columns;
    private final List<Emphasis> emphasised = new ArrayList<>();
    private int row = FIRST_ROW - 1;
    private int styledFrom = row;
    private int column;
    private int links;
    private int lines = 1;

    private record Emphasis(int row, int column, int decimals, boolean failing, boolean link) {}

    public BureauTable(Worksheet sheet, TableHead head, List<Column> columns) {
        this.sheet = sheet;
        this.columns = List.copyOf(columns);
        setUpPage(head);
        writeHead(head);
        writeNames();
    }

    /** The next cell: words. Those that come again and again are kept once in the file. */
    public BureauTable words(String text) {
        makeRoomFor(text);
        sheet.value(row, column++, text);
        return this;
    }

    /** The next cell: words that hardly come again. */
    public BureauTable text(String text) {
        makeRoomFor(text);
        if (!text.isEmpty()) {
            sheet.inlineString(row, column, text);
        }
        column++;
        return this;
    }

    /** The next cell: a whole number. */
    public BureauTable count(long number) {
        sheet.value(row, column++, number);
        return this;
    }

    /** The next cell: percent, shown with exactly the decimals that the number has. */
    public BureauTable percent(BigDecimal percent, boolean failing) {
        sheet.value(row, column, percent);
        if (failing || percent.scale() != 2) {
            emphasised.add(new Emphasis(row, column, percent.scale(), failing, false));
        }
        column++;
        return this;
    }

    /** The next cell: words that lead to a place of the workbook, as long as the sheet may have links. */
    public BureauTable link(String text, String place) {
        if (links < MOST_LINKS) {
            sheet.inlineString(row, column, text);
            sheet.range(row, column, row, column).setHyperlink(HyperLink.internal(place, text));
            emphasised.add(new Emphasis(row, column, 2, false, true));
            links++;
            column++;
            return this;
        }
        return text(text);
    }

    /** The next cell stays empty: there is nothing to say of it. */
    public BureauTable nothing() {
        column++;
        return this;
    }

    /** Ends the row. */
    public void endRow() throws IOException {
        if (column != columns.size()) {
            throw new IllegalStateException("a row has " + columns.size() + " cells, not " + column);
        }
        if (lines > 1) {
            sheet.rowHeight(row, LINE_HEIGHT * lines + 2);
        }
        row++;
        column = 0;
        lines = 1;
        if (row - styledFrom == ROWS_AT_ONCE) {
            settle();
        }
    }

    /** How many rows have ended. */
    public int rows() {
        return row - FIRST_ROW + 1;
    }

    /** Writes what is left and ends the sheet. */
    public void finish() throws IOException {
        settle();
        sheet.setAutoFilter(NAMES, 0, Math.max(row - 1, NAMES), columns.size() - 1);
        sheet.finish();
    }

    /** A spreadsheet program does not make rows higher by itself when it opens a file. */
    private void makeRoomFor(String text) {
        Column place = columns.get(column);
        if (place.kind() == Kind.LINES) {
            int width = text.codePoints().map(c -> c < 0x2000 ? 1 : 2).sum();
            lines = Math.max(lines, (width + place.width() - 2) / (place.width() - 1));
        }
    }

    private void settle() throws IOException {
        if (row > styledFrom) {
            for (int c = 0; c < columns.size(); c++) {
                Kind kind = columns.get(c).kind();
                sheet.range(styledFrom, c, row - 1, c)
                        .style()
                        .fontName(FONT)
                        .fontSize(10)
                        .borderStyle(BorderStyle.THIN)
                        .verticalAlignment("center")
                        .horizontalAlignment(kind.alignment())
                        .format(kind.format())
                        .wrapText(kind == Kind.LINES)
                        .set();
            }
            emphasised.forEach(this::emphasise);
            emphasised.clear();
            styledFrom = row;
        }
        sheet.flush();
    }

    private void emphasise(Emphasis cell) {
        var style = sheet.style(cell.row(), cell.column()).fontName(FONT).fontSize(10);
        if (cell.decimals() != 2) {
            style = style.format("0." + "0".repeat(cell.decimals()));
        }
        if (cell.failing()) {
            style = style.bold().fontColor(FAILING_COLOUR);
        }
        if (cell.link()) {
            style = style.fontColor(LINK_COLOUR).underlined();
        }
        style.set();
    }

    private void setUpPage(TableHead head) {
        for (int c = 0; c < columns.size(); c++) {
            sheet.width(c, columns.get(c).width());
        }
        sheet.freezePane(head.frozen(), FIRST_ROW - 1);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.setAutoPageBreaks(true);
        sheet.repeatRows(0, NAMES);
        sheet.leftMargin(0.5f);
        sheet.rightMargin(0.5f);
        sheet.footer(head.footer(), Position.LEFT, FONT, 8);
        sheet.footer("第 &P 页 共 &N 页", Position.RIGHT, FONT, 8);
    }

    private void writeHead(TableHead head) {
        int last = columns.size() - 1;
        int units = Math.max(last - 2, 1);
        sheet.value(0, 0, head.title());
        sheet.range(0, 0, 0, last).merge();
        sheet.rowHeight(0, 30.0);
        sheet.range(0, 0, 0, last)
                .style()
                .fontName(TITLE_FONT)
                .fontSize(16)
                .bold()
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .set();
        sheet.value(1, 0, head.about());
        sheet.range(1, 0, 1, last).style().fontName(FONT).fontSize(10).set();
        if (head.units().isEmpty()) {
            sheet.range(1, 0, 1, last).merge();
            return;
        }
        sheet.value(1, units, head.units());
        if (units > 1) {
            sheet.range(1, 0, 1, units - 1).merge();
        }
        if (units < last) {
            sheet.range(1, units, 1, last).merge();
        }
        sheet.range(1, units, 1, last)
                .style()
                .fontName(FONT)
                .fontSize(10)
                .horizontalAlignment("right")
                .set();
    }

    private void writeNames() {
        int c = 0;
        while (c < columns.size()) {
            int until = c + 1;
            String group = columns.get(c).group();
            while (!group.isEmpty()
                    && until < columns.size()
                    && columns.get(until).group().equals(group)) {
                until++;
            }
            if (group.isEmpty()) {
                sheet.value(GROUPS, c, columns.get(c).name());
                sheet.range(GROUPS, c, NAMES, c).merge();
            } else {
                sheet.value(GROUPS, c, group);
                if (until > c + 1) {
                    sheet.range(GROUPS, c, GROUPS, until - 1).merge();
                }
                for (int name = c; name < until; name++) {
                    sheet.value(NAMES, name, columns.get(name).name());
                }
            }
            c = until;
        }
        sheet.rowHeight(NAMES, 28.0);
        sheet.range(GROUPS, 0, NAMES, columns.size() - 1)
                .style()
                .fontName(FONT)
                .fontSize(10)
                .bold()
                .fillColor(SHADE)
                .borderStyle(BorderStyle.THIN)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .wrapText(true)
                .set();
    }
}
