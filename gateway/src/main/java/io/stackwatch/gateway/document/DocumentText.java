package io.stackwatch.gateway.document;

import io.stackwatch.gateway.circular.bytes.SealedFile;
import io.stackwatch.gateway.document.Block.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a document says, without how it looks: the same text is printed as docx and as PDF.
 *
 * @param authority whose document it is; stands at its head
 * @param title such as 行政处罚决定书
 * @param number document number, or that it has none yet; empty text of a kind that has none
 * @param caseNumber number of the case
 * @param blocks what follows
 */
public record DocumentText(String authority, String title, String number, String caseNumber, List<Block> blocks) {

    public DocumentText {
        blocks = List.copyOf(blocks);
    }

    /** The text line by line; the digest is of these lines. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(authority, title, number, caseNumber));
        for (Block block : blocks) {
            lines.addAll(block.match(new Block.Cases<List<String>>(
                    heading -> List.of(heading.text()),
                    paragraph -> List.of(paragraph.text()),
                    line -> List.of(line.text()),
                    form -> form.entries().stream().map(DocumentText::line).toList(),
                    DocumentText::gridLines)));
        }
        return List.copyOf(lines);
    }

    private static String line(Entry entry) {
        return entry.name() + "\t" + entry.text();
    }

    private static List<String> gridLines(Block.Grid grid) {
        List<String> lines = new ArrayList<>();
        lines.add(grid.caption());
        lines.add(String.join(
                "\t", grid.columns().stream().map(Block.GridColumn::name).toList()));
        grid.rows().forEach(row -> lines.add(String.join("\t", row)));
        return lines;
    }

    /** SHA-256 of the lines, each ended by a line feed, in UTF-8; lower-case hexadecimal. */
    public String sha256() {
        String text = String.join("\n", lines()) + "\n";
        return HexFormat.of().formatHex(SealedFile.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
