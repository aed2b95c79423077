package io.stackwatch.gateway.circular.print;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The font that comes with the program (WenQuanYi Micro Hei, Apache-2.0); of it only the characters that are used go into a
 * document. The fonts of the machine are not looked at. Open until the document is saved.
 */
final class ChineseFont implements Closeable {

    private static final String FILE = "wqy-microhei.ttc";
    private static final String NAME = "WenQuanYiMicroHei";

    private final TrueTypeCollection collection;
    private final CmapLookup characters;
    private final PDType0Font font;

    ChineseFont(PDDocument document) throws IOException {
        try (InputStream resource = ChineseFont.class.getResourceAsStream(FILE)) {
            if (resource == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            this.collection = new TrueTypeCollection(resource);
        }
        TrueTypeFont outlines = collection.getFontByName(NAME);
        if (outlines == null) {
            throw new IllegalStateException(FILE + " has no font " + NAME);
        }
        this.characters = outlines.getUnicodeCmapLookup();
        this.font = PDType0Font.load(document, outlines, true);
    }

    PDFont font() {
        return font;
    }

    /** How wide a text is, in points. */
    float width(String text, float size) {
        try {
            return font.getStringWidth(text) / 1000 * size;
        } catch (IOException broken) {
            throw new IllegalStateException("the font that comes with the program cannot be read", broken);
        }
    }

    /** The text as it can be printed: a character that the font lacks is named by its number, never left out. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (Character.isWhitespace(character) && character != '　') {
                printable.append(' ');
            } else if (characters.getGlyphId(character) > 0) {
                printable.appendCodePoint(character);
            } else {
                printable
                        .append("〓(U+")
                        .append(Integer.toHexString(character).toUpperCase(Locale.ROOT))
                        .append(')');
            }
        });
        return printable.toString();
    }

    @Override
    public void close() throws IOException {
        collection.close();
    }
}
