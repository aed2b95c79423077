package io.stackwatch.gateway.document;

import io.stackwatch.gateway.circular.print.PrintColumn;
import io.stackwatch.gateway.circular.print.PrintedPages;
import io.stackwatch.gateway.circular.print.PrintedPages.Side;
import java.io.IOException;
import java.util.List;

/** A document as PDF, with the font that comes with the program. The same document gives the same bytes. */
public final class DocumentPdf {

    private static final List<PrintColumn> FORM =
            List.of(new PrintColumn("", 4, false), new PrintColumn("", 10, false));
    private static final float SIGNATURE = 70;

    private final DocumentText text;
    private final PageMark mark;

    private DocumentPdf(DocumentText text, PageMark mark) {
        this.text = text;
        this.mark = mark;
    }

    /** The file. */
    public static byte[] of(DocumentAnswer.Written written) throws IOException {
        return new DocumentPdf(written.text(), PageMark.of(written)).bytes();
    }

    private byte[] bytes() throws IOException {
        try (PrintedPages pages = new PrintedPages(text.title(), text.number(), mark.madeAt())) {
            pages.watermark(mark.watermark());
            pages.nothingHangsOverCells();
            pages.line(text.authority(), Side.MIDDLE);
            pages.title(text.title());
            if (!text.number().isEmpty()) {
                pages.line(text.number(), Side.RIGHT);
            }
            pages.gap(8);
            boolean signed = false;
            for (Block block : text.blocks()) {
                signed = put(pages, block, signed);
            }
            notes(pages);
            return pages.finish(mark.footer());
        }
    }

    /** Puts a block; says whether the signature has begun, which stays together. */
    private boolean put(PrintedPages pages, Block block, boolean signed) throws IOException {
        return block.match(new Block.Cases<Put>(
                        heading -> () -> {
                            pages.heading(heading.text());
                            return false;
                        },
                        paragraph -> () -> {
                            pages.paragraph(paragraph.text());
                            return false;
                        },
                        line -> () -> line(pages, line, signed),
                        form -> () -> {
                            pages.gap(6);
                            pages.form(
                                    FORM,
                                    form.entries().stream()
                                            .map(entry -> List.of(entry.name(), entry.text()))
                                            .toList());
                            return false;
                        },
                        grid -> () -> {
                            pages.gap(4);
                            pages.caption(grid.caption());
                            pages.table(
                                    grid.columns().stream()
                                            .map(column ->
                                                    new PrintColumn(column.name(), column.share(), column.onTheRight()))
                                            .toList(),
                                    grid.rows());
                            return false;
                        }))
                .put();
    }

    private static boolean line(PrintedPages pages, Block.Line line, boolean signed) throws IOException {
        if (line.place() == Block.Place.LEFT) {
            pages.line(line.text(), Side.LEFT);
            return false;
        }
        if (!signed) {
            pages.keep(SIGNATURE);
            pages.gap(18);
        }
        pages.line(line.text(), Side.RIGHT);
        return true;
    }

    private void notes(PrintedPages pages) throws IOException {
        if (mark.notes().isEmpty()) {
            return;
        }
        pages.gap(12);
        pages.small(mark.notesTitle(), Side.LEFT);
        for (String note : mark.notes()) {
            pages.small("· " + note, Side.LEFT);
        }
    }

    @FunctionalInterface
    private interface Put {
        boolean put() throws IOException;
    }
}
