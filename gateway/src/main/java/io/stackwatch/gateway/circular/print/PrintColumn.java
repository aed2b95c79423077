package io.stackwatch.gateway.circular.print;

/**
 * A column of a printed table.
 *
 * @param name its name
 * @param share how much of the width it takes, beside the shares of the others
 * @param onTheRight whether its cells stand on the right, as numbers do
 */
public record PrintColumn(String name, float share, boolean onTheRight) {}
