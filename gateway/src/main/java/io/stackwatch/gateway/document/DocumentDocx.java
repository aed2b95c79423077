package io.stackwatch.gateway.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;

/**
 * A document as docx, which an officer can go on writing in; fonts are those that offices have (宋体, 仿宋, 黑体). The same document gives the
 * same bytes.
 */
public final class DocumentDocx {

    private static final String BODY = "仿宋";
    private static final String TITLE = "宋体";
    private static final String HEADING = "黑体";
    private static final int WIDTH = 8844;
    private static final int NAME_WIDTH = 2500;
    private static final int TWO_CHARACTERS = 560;

    private final DocumentText text;
    private final PageMark mark;
    private final XWPFDocument document = new XWPFDocument();

    private DocumentDocx(DocumentText text, PageMark mark) {
        this.text = text;
        this.mark = mark;
    }

    /** The file. */
    public static byte[] of(DocumentAnswer.Written written) throws IOException {
        return new DocumentDocx(written.text(), PageMark.of(written)).bytes();
    }

    private byte[] bytes() throws IOException {
        try (document) {
            page();
            properties();
            footer();
            if (!mark.watermark().isEmpty()) {
                new XWPFHeaderFooterPolicy(document).createWatermark(mark.watermark());
            }
            run(paragraph(ParagraphAlignment.CENTER), text.authority(), TITLE, 16, false);
            run(paragraph(ParagraphAlignment.CENTER), text.title(), TITLE, 22, true);
            run(paragraph(ParagraphAlignment.RIGHT), text.number(), BODY, 14, false);
            for (Block block : text.blocks()) {
                block.match(new Block.Cases<>(
                        heading -> run(paragraph(ParagraphAlignment.LEFT), heading.text(), HEADING, 14, false),
                        this::paragraph,
                        this::line,
                        this::form,
                        this::grid));
            }
            notes();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return StableDocx.repacked(bytes.toByteArray());
        }
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(1701));
        margins.setBottom(BigInteger.valueOf(1701));
        margins.setLeft(BigInteger.valueOf(1531));
        margins.setRight(BigInteger.valueOf(1531));
        margins.setHeader(BigInteger.valueOf(851));
        margins.setFooter(BigInteger.valueOf(850));
        margins.setGutter(BigInteger.ZERO);
    }

    private void properties() {
        POIXMLProperties.CoreProperties core = document.getProperties().getCoreProperties();
        core.setTitle(text.title());
        core.setSubjectProperty(text.number());
        core.setCreator("stackwatch");
        core.setCreated(Optional.of(Date.from(mark.madeAt())));
        core.setModified(Optional.of(Date.from(mark.madeAt())));
    }

    private void footer() {
        XWPFFooter footer = document.createFooter(HeaderFooterType.DEFAULT);
        for (String line : mark.footer()) {
            XWPFParagraph paragraph = footer.createParagraph();
            run(paragraph, line, TITLE, 8, false);
        }
        XWPFParagraph number = footer.createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        run(number, "第 ", TITLE, 9, false);
        number.getCTP().addNewFldSimple().setInstr("PAGE");
        run(number, " 页 共 ", TITLE, 9, false);
        number.getCTP().addNewFldSimple().setInstr("NUMPAGES");
        run(number, " 页", TITLE, 9, false);
    }

    private XWPFParagraph paragraph(ParagraphAlignment alignment) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBetween(1.5);
        return paragraph;
    }

    private XWPFRun paragraph(Block.Paragraph block) {
        XWPFParagraph paragraph = paragraph(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(TWO_CHARACTERS);
        return run(paragraph, block.text(), BODY, 14, false);
    }

    private XWPFRun line(Block.Line block) {
        XWPFParagraph paragraph =
                paragraph(block.place() == Block.Place.LEFT ? ParagraphAlignment.LEFT : ParagraphAlignment.RIGHT);
        paragraph.setKeepNext(true);
        return run(paragraph, block.text(), BODY, 14, false);
    }

    private XWPFRun form(Block.Form form) {
        XWPFTable table = table(form.entries().size(), List.of(NAME_WIDTH, WIDTH - NAME_WIDTH));
        for (int i = 0; i < form.entries().size(); i++) {
            XWPFTableRow row = table.getRow(i);
            cell(row.getCell(0), form.entries().get(i).name(), 12, ParagraphAlignment.LEFT);
            cell(row.getCell(1), form.entries().get(i).text(), 12, ParagraphAlignment.LEFT);
        }
        return gap();
    }

    private XWPFRun grid(Block.Grid grid) {
        run(paragraph(ParagraphAlignment.CENTER), grid.caption(), HEADING, 11, false);
        int shares = grid.columns().stream().mapToInt(Block.GridColumn::share).sum();
        XWPFTable table = table(
                grid.rows().size() + 1,
                grid.columns().stream()
                        .map(column -> WIDTH * column.share() / shares)
                        .toList());
        table.getRow(0).setRepeatHeader(true);
        for (int c = 0; c < grid.columns().size(); c++) {
            Block.GridColumn column = grid.columns().get(c);
            cell(table.getRow(0).getCell(c), column.name(), 10, ParagraphAlignment.CENTER);
            for (int r = 0; r < grid.rows().size(); r++) {
                cell(
                        table.getRow(r + 1).getCell(c),
                        grid.rows().get(r).get(c),
                        10,
                        column.onTheRight() ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
            }
        }
        return gap();
    }

    private XWPFTable table(int rows, List<Integer> widths) {
        XWPFTable table = document.createTable(rows, widths.size());
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(WIDTH);
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        widths.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
        for (XWPFTableRow row : table.getRows()) {
            row.setCantSplitRow(true);
            for (int c = 0; c < widths.size(); c++) {
                row.getCell(c).setWidthType(TableWidthType.DXA);
                row.getCell(c).setWidth(String.valueOf(widths.get(c)));
            }
        }
        return table;
    }

    private XWPFRun gap() {
        return run(document.createParagraph(), "", BODY, 6, false);
    }

    private static void cell(XWPFTableCell cell, String text, int size, ParagraphAlignment alignment) {
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        paragraph.setAlignment(alignment);
        run(paragraph, text, BODY, size, false);
    }

    private void notes() {
        if (mark.notes().isEmpty()) {
            return;
        }
        run(paragraph(ParagraphAlignment.LEFT), mark.notesTitle(), HEADING, 10, false);
        mark.notes().forEach(note -> run(paragraph(ParagraphAlignment.LEFT), "· " + note, BODY, 10, false));
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, String font, int size, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.ascii);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.hAnsi);
        run.setFontSize(size);
        run.setBold(bold);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i]);
        }
        return run;
    }
}
