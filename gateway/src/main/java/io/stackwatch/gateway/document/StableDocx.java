package io.stackwatch.gateway.document;

import io.stackwatch.gateway.circular.bytes.StableZip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Packs a docx again so that its bytes depend on its content alone: entries in the order of their names, the list of types first. */
final class StableDocx {

    private static final String TYPES = "[Content_Types].xml";

    private static final String HEADER = "word/header";

    private StableDocx() {}

    /** POI's watermark is black, upright and names a font without Chinese. */
    private static byte[] pale(byte[] header) {
        return new String(header, StandardCharsets.UTF_8)
                .replace("fillcolor=\"black\"", "fillcolor=\"#e0e0e0\"")
                .replace("font-family:&amp;quot;Cambria&amp;quot;", "font-family:宋体")
                .replace("style=\"position:absolute;", "style=\"position:absolute;rotation:315;")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] repacked(byte[] docx) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>(Comparator.<String, Boolean>comparing(name -> !name.equals(TYPES))
                .thenComparing(name -> name));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                parts.put(entry.getName(), entry.getName().startsWith(HEADER) ? pale(content) : content);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StableZip zip = new StableZip(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.begin(part.getKey());
                zip.write(part.getValue(), 0, part.getValue().length);
                zip.end();
            }
        }
        return bytes.toByteArray();
    }
}
