package io.stackwatch.gateway.document;

import io.stackwatch.core.enforcement.DocumentKind;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes every document as PDF and docx into a folder, to be looked at. */
final class DocumentGallery {

    private DocumentGallery() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (DocumentKind kind : Orders.kinds()) {
            DocumentOrder order = Orders.order(kind);
            DocumentAnswer.Written last = Orders.written(order);
            DocumentAnswer.Written draft = Orders.written(Orders.draft(order));
            Files.write(folder.resolve(kind + ".pdf"), DocumentPdf.of(last));
            Files.write(folder.resolve(kind + ".docx"), DocumentDocx.of(last));
            Files.write(folder.resolve(kind + "-draft.pdf"), DocumentPdf.of(draft));
            Files.write(folder.resolve(kind + "-draft.docx"), DocumentDocx.of(draft));
        }
    }
}
