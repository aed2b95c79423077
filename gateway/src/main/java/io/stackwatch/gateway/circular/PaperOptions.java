package io.stackwatch.gateway.circular;

/**
 * How hours are spread over files and sheets.
 *
 * @param hoursInWorkbook up to so many hours that are not valid stand in the workbook itself; more go into a workbook for each county
 * @param rowsPerSheet the most rows of one sheet; the format ends at 1,048,576 lines
 * @param allHours whether the file of all hours is written
 */
public record PaperOptions(int hoursInWorkbook, int rowsPerSheet, boolean allHours) {

    private static final int MOST_ROWS = 1_048_000;

    public PaperOptions {
        if (rowsPerSheet < 1 || rowsPerSheet > MOST_ROWS) {
            throw new IllegalArgumentException("1 to " + MOST_ROWS + " rows in a sheet: " + rowsPerSheet);
        }
        if (hoursInWorkbook < 0) {
            throw new IllegalArgumentException("hours in the workbook: " + hoursInWorkbook);
        }
    }

    /** What a spreadsheet program still opens without pain. */
    public static PaperOptions defaults() {
        return new PaperOptions(200_000, 1_000_000, true);
    }
}
