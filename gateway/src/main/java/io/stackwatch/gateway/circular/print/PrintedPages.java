package io.stackwatch.gateway.circular.print;

import io.stackwatch.core.measurement.LegalTime;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * A4 pages that are filled from top to bottom. Measures are points, 72 to an inch. Closing gives up what was not finished.
 * Not thread-safe.
 */
public final class PrintedPages implements Closeable {

    private static final float SIDE = 68;
    private static final float TOP = 76;
    private static final float BOTTOM = 72;
    private static final float TITLE = 20;
    private static final float HEADING = 14;
    private static final float TEXT = 12;
    private static final float SMALL = 9;
    private static final float LEADING = 1.75f;
    private static final float CELL_LEADING = 1.35f;
    private static final float PADDING = 3;
    private static final float THIN = 0.5f;
    private static final float FORM = 11;
    private static final float WATERMARK = 150;
    private static final float PALE = 0.9f;

    private final PDDocument document = new PDDocument();
    private final ChineseFont font;
    private final Instant madeAt;
    private @Nullable PDPageContentStream content;
    private String watermark = "";
    private float cell = SMALL;
    private boolean narrowCells;
    private float y;

    /** Where a line of text stands. */
    public enum Side {
        LEFT,
        MIDDLE,
        RIGHT
    }

    /**
     * A document without pages.
     *
     * @param title its title in the properties
     * @param subject what identifies its content, in the properties
     * @param madeAt what the properties say of its time: that of its content, not that of a clock
     */
    public PrintedPages(String title, String subject, Instant madeAt) throws IOException {
        this.font = new ChineseFont(document);
        this.madeAt = madeAt;
        GregorianCalendar made = new GregorianCalendar(TimeZone.getTimeZone(LegalTime.ZONE));
        made.setTimeInMillis(madeAt.toEpochMilli());
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title);
        information.setSubject(subject);
        information.setCreator("stackwatch");
        information.setProducer("stackwatch");
        information.setCreationDate(made);
        document.getDocumentCatalog().setLanguage("zh-CN");
    }

    /** A word that stands pale across each page, below its text; call it before the first line. */
    public void watermark(String word) {
        watermark = word;
    }

    /** The title, in the middle, over as many lines as it needs. */
    public void title(String text) throws IOException {
        for (String line : broken(text, TITLE, width(), width())) {
            put(line, TITLE, Side.MIDDLE, true);
        }
        y -= TEXT;
    }

    /** One line. */
    public void line(String text, Side side) throws IOException {
        put(font.printable(text), TEXT, side, false);
    }

    /** A heading between paragraphs. */
    public void heading(String text) throws IOException {
        room(HEADING * LEADING * 3);
        put(font.printable(text), HEADING, Side.LEFT, true);
    }

    /** A paragraph, its first line moved in by two characters. */
    public void paragraph(String text) throws IOException {
        float indent = 2 * TEXT;
        boolean first = true;
        for (String line : broken(text, TEXT, width() - indent, width())) {
            room(TEXT * LEADING);
            y -= TEXT * LEADING;
            draw(line, TEXT, SIDE + (first ? indent : 0), y, false);
            first = false;
        }
    }

    /** A line in small letters, as stands above a table or below it. */
    public void small(String text, Side side) throws IOException {
        for (String line : broken(text, SMALL, width(), width())) {
            put(line, SMALL, side, false);
        }
    }

    /** A caption; it stays with the beginning of the table behind it. */
    public void caption(String text) throws IOException {
        room(TEXT * LEADING + 4 * SMALL * CELL_LEADING + 6 * PADDING);
        put(font.printable(text), SMALL + 1, Side.MIDDLE, true);
        y -= PADDING;
    }

    /** Breaks the lines in cells so that no punctuation hangs over their edge; papers of months are without it. */
    public void nothingHangsOverCells() {
        narrowCells = true;
    }

    /** Names with what stands behind them, in a frame: two columns without a header. */
    public void form(List<PrintColumn> columns, List<List<String>> rows) throws IOException {
        cell = FORM;
        for (List<String> cells : rows) {
            room(heightOf(columns, cells));
            row(columns, cells, false);
        }
        cell = SMALL;
        y -= TEXT / 2;
    }

    /** Begins a new page if less than this is left, so that what follows stays together. */
    public void keep(float points) throws IOException {
        room(points);
    }

    /** Empty space. */
    public void gap(float points) {
        y -= points;
    }

    /** A table; its header stands on every page on which it goes on. */
    public void table(List<PrintColumn> columns, List<List<String>> rows) throws IOException {
        List<String> names = columns.stream().map(PrintColumn::name).toList();
        room(heightOf(columns, names) * 2);
        row(columns, names, true);
        for (List<String> cells : rows) {
            if (y - heightOf(columns, cells) < BOTTOM) {
                newPage();
                row(columns, names, true);
            }
            row(columns, cells, false);
        }
        y -= TEXT / 2;
    }

    /** Numbers the pages and gives the file; whoever asks twice made a mistake. */
    public byte[] finish(String footer) throws IOException {
        return finish(List.of(footer));
    }

    /** As {@link #finish(String)}, with several lines at the foot of each page; the number stands beside the last. */
    public byte[] finish(List<String> footer) throws IOException {
        endPage();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream foot =
                    new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true)) {
                String number = "第 " + (i + 1) + " 页 共 " + pages + " 页";
                float at = BOTTOM / 2 + (footer.size() - 1) * SMALL * CELL_LEADING;
                for (String line : footer) {
                    show(foot, font.printable(line), SMALL - 1, SIDE, at);
                    at -= SMALL * CELL_LEADING;
                }
                show(foot, number, SMALL, PDRectangle.A4.getWidth() - SIDE - font.width(number, SMALL), BOTTOM / 2);
            }
        }
        return StablePdf.bytes(document, madeAt);
    }

    @Override
    public void close() throws IOException {
        if (content != null) {
            content.close();
        }
        document.close();
        font.close();
    }

    private static float width() {
        return PDRectangle.A4.getWidth() - 2 * SIDE;
    }

    private List<String> broken(String text, float size, float first, float others) {
        return LineBreaker.lines(font.printable(text), piece -> font.width(piece, size), first, others);
    }

    private void put(String line, float size, Side side, boolean bold) throws IOException {
        room(size * LEADING);
        y -= size * LEADING;
        float left = width() - font.width(line, size);
        float moved = side == Side.LEFT ? 0 : side == Side.RIGHT ? left : left / 2;
        draw(line, size, SIDE + moved, y, bold);
    }

    private void row(List<PrintColumn> columns, List<String> cells, boolean names) throws IOException {
        float height = heightOf(columns, cells);
        float x = SIDE;
        float shares = shares(columns);
        PDPageContentStream page = page();
        for (int i = 0; i < columns.size(); i++) {
            float own = width() * columns.get(i).share() / shares;
            page.setLineWidth(THIN);
            page.addRect(x, y - height, own, height);
            page.stroke();
            List<String> lines = cellLines(cells.get(i), own);
            float at = y - PADDING - cell;
            for (String line : lines) {
                float free = own - 2 * PADDING - font.width(line, cell);
                float moved = names ? free / 2 : columns.get(i).onTheRight() ? free : 0;
                draw(line, cell, x + PADDING + moved, at, names);
                at -= cell * CELL_LEADING;
            }
            x += own;
        }
        y -= height;
    }

    private float heightOf(List<PrintColumn> columns, List<String> cells) {
        float shares = shares(columns);
        int most = 1;
        for (int i = 0; i < columns.size(); i++) {
            float own = width() * columns.get(i).share() / shares;
            most = Math.max(most, cellLines(cells.get(i), own).size());
        }
        return most * cell * CELL_LEADING + 2 * PADDING;
    }

    private List<String> cellLines(String text, float width) {
        return text.lines().flatMap(line -> cellLine(line, width).stream()).toList();
    }

    private List<String> cellLine(String text, float width) {
        float room = width - 2 * PADDING;
        List<String> lines = broken(text, cell, room, room);
        boolean hangs = narrowCells && lines.stream().anyMatch(line -> font.width(line, cell) > room);
        return hangs ? broken(text, cell, room - cell, room - cell) : lines;
    }

    private static float shares(List<PrintColumn> columns) {
        float all = 0;
        for (PrintColumn column : columns) {
            all += column.share();
        }
        return all;
    }

    private void room(float height) throws IOException {
        if (content == null || y - height < BOTTOM) {
            newPage();
        }
    }

    private void newPage() throws IOException {
        endPage();
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        y = PDRectangle.A4.getHeight() - TOP;
        if (!watermark.isEmpty()) {
            across(content);
        }
    }

    /** The watermark, from the lower left to the upper right. */
    private void across(PDPageContentStream page) throws IOException {
        String word = font.printable(watermark);
        page.saveGraphicsState();
        page.setNonStrokingColor(PALE);
        page.beginText();
        page.setFont(font.font(), WATERMARK);
        page.setTextMatrix(Matrix.getRotateInstance(Math.PI / 4, middle(), PDRectangle.A4.getHeight() / 2));
        page.newLineAtOffset(-font.width(word, WATERMARK) / 2, -WATERMARK / 3);
        page.showText(word);
        page.endText();
        page.restoreGraphicsState();
    }

    private static float middle() {
        return PDRectangle.A4.getWidth() / 2;
    }

    private void endPage() throws IOException {
        if (content != null) {
            content.close();
            content = null;
        }
    }

    private PDPageContentStream page() throws IOException {
        if (content == null) {
            newPage();
        }
        PDPageContentStream page = content;
        if (page == null) {
            throw new IllegalStateException("there is no page");
        }
        return page;
    }

    private void draw(String line, float size, float x, float baseline, boolean bold) throws IOException {
        PDPageContentStream page = page();
        if (bold) {
            page.saveGraphicsState();
            page.setLineWidth(size / 40);
            page.setRenderingMode(RenderingMode.FILL_STROKE);
        }
        show(page, line, size, x, baseline);
        if (bold) {
            page.restoreGraphicsState();
        }
    }

    private void show(PDPageContentStream page, String line, float size, float x, float baseline) throws IOException {
        if (line.isEmpty()) {
            return;
        }
        page.beginText();
        page.setFont(font.font(), size);
        page.newLineAtOffset(x, baseline);
        page.showText(line);
        page.endText();
    }
}
