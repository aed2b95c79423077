package io.stackwatch.gateway.circular;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Lines of a table for machines: UTF-8 without a mark, line feeds, cells quoted as RFC 4180 says where they must be. Cells are
 * given from left to right. The target stays open. Not thread-safe.
 */
final class CsvLines {

    private static final int FULL = 128 * 1024;

    private final OutputStream target;
    private final StringBuilder text = new StringBuilder(FULL + 4096);
    private boolean begun;

    CsvLines(OutputStream target) {
        this.target = target;
    }

    CsvLines cell(String cell) {
        separate();
        if (mustBeQuoted(cell)) {
            text.append('"').append(cell.replace("\"", "\"\"")).append('"');
        } else {
            text.append(cell);
        }
        return this;
    }

    CsvLines cell(long number) {
        separate();
        text.append(number);
        return this;
    }

    CsvLines cells(String... cells) {
        for (String cell : cells) {
            cell(cell);
        }
        return this;
    }

    void endLine() throws IOException {
        text.append('\n');
        begun = false;
        if (text.length() >= FULL) {
            flush();
        }
    }

    void flush() throws IOException {
        target.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    private void separate() {
        if (begun) {
            text.append(',');
        }
        begun = true;
    }

    private static boolean mustBeQuoted(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }
}
