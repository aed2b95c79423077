package io.stackwatch.gateway.casework;

import io.stackwatch.gateway.document.DocumentAnswer;
import io.stackwatch.gateway.document.DocumentDocx;
import io.stackwatch.gateway.document.DocumentPdf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The files in which a document can be had; both say the same text. */
public enum PaperFormat {
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final String mediaType;

    PaperFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The ending of file names, without the dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The bytes; the same document gives the same. */
    public byte[] print(DocumentAnswer.Written written) {
        try {
            return this == PDF ? DocumentPdf.of(written) : DocumentDocx.of(written);
        } catch (IOException broken) {
            throw new UncheckedIOException(String.valueOf(broken.getMessage()), broken);
        }
    }
}
