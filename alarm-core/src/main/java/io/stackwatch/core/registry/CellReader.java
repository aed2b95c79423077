package io.stackwatch.core.registry;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a {@link DataTable} into rows of cells. */
final class CellReader {

    private final String name;
    private final String text;
    private int at;
    private int line = 1;
    private int rowLine = 1;
    private List<String> cells = List.of();

    CellReader(String name, String text) {
        this.name = name;
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Moves to the next row that is neither blank nor a comment. */
    boolean nextRow() {
        while (at < text.length()) {
            rowLine = line;
            if (text.charAt(at) == '#' || blankLine()) {
                skipLine();
                continue;
            }
            cells = readCells();
            return true;
        }
        return false;
    }

    List<String> cells() {
        return cells;
    }

    int line() {
        return rowLine;
    }

    private boolean blankLine() {
        int end = text.indexOf('\n', at);
        return text.substring(at, end < 0 ? text.length() : end).isBlank();
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
        line++;
    }

    private List<String> readCells() {
        List<String> row = new ArrayList<>();
        while (true) {
            row.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            if (at >= text.length()) {
                return List.copyOf(row);
            }
            char c = text.charAt(at++);
            if (c == '\n') {
                line++;
                return List.copyOf(row);
            }
            if (c != ',') {
                throw new IllegalArgumentException(
                        name + ":" + line + ": expected a comma behind the quote of cell " + row.size());
            }
        }
    }

    private String plain() {
        int start = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
            if (text.charAt(at) == '"') {
                throw new IllegalArgumentException(name + ":" + line + ": a quote inside a cell that has none around");
            }
            at++;
        }
        int end = at > start && text.charAt(at - 1) == '\r' ? at - 1 : at;
        return text.substring(start, end);
    }

    private String quoted() {
        int opened = line;
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\n') {
                line++;
            }
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                if (at < text.length() && text.charAt(at) == '\r') {
                    at++;
                }
                return cell.toString();
            }
        }
        throw new IllegalArgumentException(name + ":" + opened + ": a quote that is never closed");
    }
}
