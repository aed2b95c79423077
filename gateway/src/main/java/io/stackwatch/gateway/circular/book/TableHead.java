package io.stackwatch.gateway.circular.book;

/**
 * What stands above and below a table.
 *
 * @param title in large letters over the whole width
 * @param about the line below it, on the left: month, state, cut-off
 * @param units the same line, on the right
 * @param footer at the foot of every printed page, on the left
 * @param frozen how many columns on the left stay when the table is moved sideways
 */
public record TableHead(String title, String about, String units, String footer, int frozen) {}
