package io.stackwatch.gateway.examination;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reckons the digest of every row of the audit trail again: SHA-256 of its other columns in order, each as {@code length:text} with the length
 * in UTF-8 bytes. Rows that follow each other must be links of one chain.
 */
final class TrailCheck {

    private static final int COLUMNS = 10;
    private static final int DIGEST = 9;

    private final Consumer<String> findings;

    TrailCheck(Consumer<String> findings) {
        this.findings = findings;
    }

    void check(byte[] sheet) {
        List<List<String>> rows = CsvReading.rows(sheet);
        String before = "";
        String number = "";
        for (List<String> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            if (row.size() != COLUMNS) {
                findings.accept("a row has " + row.size() + " columns");
                continue;
            }
            StringBuilder text = new StringBuilder();
            row.subList(0, DIGEST).forEach(cell -> text.append(cell.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(cell));
            if (!Digest.sha256(text.toString().getBytes(StandardCharsets.UTF_8)).equals(row.get(DIGEST))) {
                findings.accept("row " + row.get(0) + " has another digest than its columns give");
            }
            if (follows(number, row.get(0)) && !row.get(DIGEST - 1).equals(before)) {
                findings.accept("row " + row.get(0) + " does not follow row " + number);
            }
            number = row.get(0);
            before = row.get(DIGEST);
        }
    }

    private static boolean follows(String before, String number) {
        try {
            return !before.isEmpty() && Long.parseLong(before) + 1 == Long.parseLong(number);
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }
}
