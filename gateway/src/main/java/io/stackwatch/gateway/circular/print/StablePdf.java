package io.stackwatch.gateway.circular.print;

import io.stackwatch.gateway.circular.bytes.StableDeflate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Writes a document so that its bytes depend on its content alone: its id is made from its properties instead of the clock, and
 * its streams are packed again with {@link StableDeflate}.
 */
final class StablePdf {

    private StablePdf() {}

    /** The file; the document is to be closed by its owner and not to be used further. */
    static byte[] bytes(PDDocument document, Instant madeAt) throws IOException {
        byte[] asWritten = saved(document, madeAt);
        try (PDDocument again = Loader.loadPDF(asWritten)) {
            COSDocument objects = again.getDocument();
            List<COSObjectKey> keys =
                    objects.getXrefTable().keySet().stream().sorted().toList();
            for (COSObjectKey key : keys) {
                COSBase object = objects.getObjectFromPool(key).getObject();
                if (object instanceof COSStream stream) {
                    repack(stream);
                }
            }
            return saved(again, madeAt);
        }
    }

    private static byte[] saved(PDDocument document, Instant madeAt) throws IOException {
        document.setDocumentId(madeAt.toEpochMilli());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes, CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }

    private static void repack(COSStream stream) throws IOException {
        byte[] content;
        try (InputStream plain = stream.createInputStream()) {
            content = plain.readAllBytes();
        }
        stream.removeItem(COSName.DECODE_PARMS);
        stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        try (OutputStream packed = stream.createRawOutputStream()) {
            packed.write(StableDeflate.zlib(content));
        }
    }
}
