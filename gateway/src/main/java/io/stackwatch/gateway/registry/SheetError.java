package io.stackwatch.gateway.registry;

/**
 * What is wrong in a sheet, and where.
 *
 * @param sheet file name
 * @param row line of the sheet, 1 is the line of column names; 0 if the sheet as a whole is wrong
 * @param column name of the column; empty if the row as a whole is wrong
 * @param found what stands there
 * @param expected what should
 */
public record SheetError(String sheet, long row, String column, String found, String expected) {

    /** One line for an officer. */
    @Override
    public String toString() {
        String where = sheet + (row > 0 ? " row " + row : "") + (column.isEmpty() ? "" : " column " + column);
        return where + ": found '" + found + "', expected " + expected;
    }
}
