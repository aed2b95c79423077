package io.stackwatch.gateway.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.enforcement.DocumentKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Docx and PDF of a document say its text, carry its marks on every page, and have the same bytes every time. */
final class PrintedDocumentTest {

    static List<DocumentKind> kinds() {
        return Orders.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theSameDocumentGivesTheSameBytes(DocumentKind kind) throws IOException {
        DocumentAnswer.Written once = Orders.written(Orders.draft(Orders.order(kind)));
        DocumentAnswer.Written again = Orders.written(Orders.draft(Orders.order(kind)));
        assertArrayEquals(DocumentPdf.of(once), DocumentPdf.of(again));
        assertArrayEquals(DocumentDocx.of(once), DocumentDocx.of(again));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyPageNamesCaseDocumentAndDigest(DocumentKind kind) throws IOException {
        DocumentAnswer.Written written = Orders.written(Orders.order(kind));
        try (PDDocument pdf = Loader.loadPDF(DocumentPdf.of(written))) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(pdf);
                assertTrue(text.contains(written.text().number()), text);
                assertTrue(text.contains(written.text().caseNumber()), text);
                assertTrue(text.contains(written.text().sha256()), text);
                assertTrue(text.contains("第 " + page + " 页 共 " + pdf.getNumberOfPages() + " 页"), text);
                assertFalse(text.contains("草稿"), text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theDocxSaysEveryLineOfTheText(DocumentKind kind) throws IOException {
        DocumentAnswer.Written written = Orders.written(Orders.order(kind));
        try (XWPFDocument docx = new XWPFDocument(new ByteArrayInputStream(DocumentDocx.of(written)))) {
            StringBuilder all = new StringBuilder();
            docx.getParagraphs()
                    .forEach(paragraph -> all.append(paragraph.getText()).append('\n'));
            docx.getTables().forEach(table -> all.append(table.getText()).append('\n'));
            for (String line : written.text().lines().subList(0, 3)) {
                assertTrue(all.toString().contains(line), line);
            }
            for (Block block : written.text().blocks()) {
                String text = block.match(new Block.Cases<>(
                        Block.Heading::text,
                        Block.Paragraph::text,
                        Block.Line::text,
                        form -> form.entries().get(0).text(),
                        grid -> grid.rows().get(0).get(0)));
                assertTrue(all.toString().contains(text), text);
            }
            XWPFFooter footer = docx.getFooterList().get(0);
            assertTrue(footer.getText().contains(written.text().sha256()), footer.getText());
            assertEquals(0, docx.getHeaderList().size());
        }
    }

    @Test
    void aDraftIsMarkedOnEveryPageAndSaysWhatItsOfficerMustKnow() throws IOException {
        DocumentAnswer.Written draft = Orders.written(Orders.draft(Orders.order(DocumentKind.PENALTY_DECISION)));
        try (PDDocument pdf = Loader.loadPDF(DocumentPdf.of(draft))) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(pdf).replaceAll("\\s", "");
                assertTrue(text.contains("草") && text.contains("稿"), text);
                assertTrue(text.contains("未经审批，不具效力"), text);
            }
            assertTrue(new PDFTextStripper().getText(pdf).contains("限值未经核实（SECONDARY）"));
        }
        try (XWPFDocument docx = new XWPFDocument(new ByteArrayInputStream(DocumentDocx.of(draft)))) {
            assertEquals(3, docx.getHeaderList().size());
            assertTrue(docx.getHeaderList().get(0)._getHdrFtr().xmlText().contains("string=\"草稿\""));
        }
    }
}
