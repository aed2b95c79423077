package io.stackwatch.gateway.circular.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Breaks Chinese text into lines: between any two characters, but not within a number or a Latin word, and never so that a
 * line begins with a punctuation mark or ends with an opening bracket; a mark hangs over the edge. Pure.
 */
final class LineBreaker {

    private static final String NEVER_LAST = "（〔《“‘［";
    private static final String NEVER_FIRST = "，。、；：！？）〕》”’％%～］";

    private LineBreaker() {}

    /**
     * The lines.
     *
     * @param width how wide a text is
     * @param first room in the first line
     * @param others room in every other line
     */
    static List<String> lines(String text, ToDoubleFunction<String> width, double first, double others) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double used = 0;
        double room = first;
        for (String piece : pieces(text)) {
            double needed = width.applyAsDouble(piece);
            boolean hangs = piece.length() == 1 && NEVER_FIRST.contains(piece);
            if (used + needed > room && !hangs && line.length() > 0) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
                room = others;
            }
            if (needed > room) {
                for (String part : cut(piece, width, room)) {
                    if (line.length() > 0) {
                        lines.add(line.toString());
                        line.setLength(0);
                    }
                    line.append(part);
                    room = others;
                }
                used = width.applyAsDouble(line.toString());
                continue;
            }
            line.append(piece);
            used += needed;
        }
        lines.add(line.toString());
        return lines;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(character -> {
            boolean opening = NEVER_LAST.indexOf(character) >= 0;
            boolean opened = word.length() > 0 && NEVER_LAST.indexOf(word.charAt(word.length() - 1)) >= 0;
            if (!opening && (opened || (character > ' ' && character < 0x2000))) {
                word.appendCodePoint(character);
                if (opened && character >= 0x2000) {
                    pieces.add(word.toString());
                    word.setLength(0);
                }
                return;
            }
            if (word.length() > 0) {
                pieces.add(word.toString());
                word.setLength(0);
            }
            if (opening) {
                word.appendCodePoint(character);
                return;
            }
            pieces.add(Character.toString(character));
        });
        if (word.length() > 0) {
            pieces.add(word.toString());
        }
        return pieces;
    }

    /** A word that is wider than a line. */
    private static List<String> cut(String word, ToDoubleFunction<String> width, double room) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        word.codePoints().forEach(character -> {
            String longer = part + Character.toString(character);
            if (part.length() > 0 && width.applyAsDouble(longer) > room) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.appendCodePoint(character);
        });
        parts.add(part.toString());
        return parts;
    }
}
